/** Between a point in time and what a field for date and time holds: the person's own time zone, which the field does not say. */
import type { Millis } from '@samtavla/protocol';

/** `2026-11-24T14:00`. */
export function toLocalTime(at: Millis): string {
  const date = new Date(at);
  const two = (part: number) => String(part).padStart(2, '0');
  const day = `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** Null for a field that is empty or half filled in. */
export function fromLocalTime(text: string): Millis | null {
  const at = /^\d{4,}-\d\d-\d\dT\d\d:\d\d/.test(text) ? new Date(text).getTime() : Number.NaN;
  return Number.isNaN(at) ? null : (at as Millis);
}

/** A week from now at the end of the working day: long enough for what is written afterwards. */
export function suggestedEnd(at: Millis): Millis {
  const date = new Date(at);
  date.setDate(date.getDate() + 7);
  return date.setHours(16, 0, 0, 0) as Millis;
}
