import * as m from './generated/messages.js';

/** «45 min», «3 timer», «1 t 15 min». */
export function duration(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return m.duration_minutes({ minutes });
  return rest === 0 ? m.duration_hours({ count: hours }) : m.duration_hours_minutes({ hours, minutes: rest });
}
