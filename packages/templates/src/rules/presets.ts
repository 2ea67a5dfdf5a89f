import type { Phase, Preset, Template, VoteRule } from '../template.ts';
import type { Problems } from './problem.ts';

/** There is an order of phases to pick, its clock adds up, and each phase can be run as it is written. */
export function* presetProblems(template: Template): Problems {
  if (template.presets.length === 0) yield { place: 'presets', rule: 'must hold at least one' };
  yield* minutesProblems('minutes', template.minutes);
  const zones = new Set(template.zones.map((zone) => zone.id));
  for (const preset of template.presets) {
    for (const phase of preset.phases) {
      yield* phaseProblems(`phase "${phase.id}" in preset "${preset.id}"`, phase, zones);
    }
    for (const { zone } of preset.standing ?? []) {
      if (!zones.has(zone))
        yield { place: `standing notes of preset "${preset.id}"`, rule: `must stand in zones, but "${zone}" is none` };
    }
    yield* sumProblems(preset, template.minutes);
  }
  yield* peopleProblems(template);
}

function* peopleProblems({ people: { least, most } }: Template): Problems {
  if (isCount(least) && (most === null || (isCount(most) && most >= least))) return;
  yield { place: 'people', rule: `must be from one whole number to a greater, but are from ${least} to ${most}` };
}

function* phaseProblems(name: string, phase: Phase, zones: ReadonlySet<string>): Problems {
  yield* minutesProblems(`minutes of ${name}`, phase.minutes);
  for (const id of phase.zones) {
    if (!zones.has(id)) yield { place: `zones of ${name}`, rule: `must exist, but "${id}" does not` };
  }
  if (new Set(phase.zones).size < phase.zones.length) {
    yield { place: `zones of ${name}`, rule: 'must be named once each' };
  }
  if (phase.private && phase.zones.length === 0) {
    yield { place: name, rule: 'is private, so it must open at least one zone to write in' };
  }
  if (phase.vote !== null) yield* voteProblems(`vote of ${name}`, phase.vote);
}

function* voteProblems(place: string, vote: VoteRule): Problems {
  if ('kind' in vote) return;
  const { dots, most } = vote;
  if (!isCount(dots)) yield { place, rule: `must give at least one whole dot, but gives ${dots}` };
  if (!isCount(most)) yield { place, rule: `must allow at least one whole dot on a note, but allows ${most}` };
  if (most > dots) yield { place, rule: `must not allow more dots on a note (${most}) than a person has (${dots})` };
}

function* minutesProblems(place: string, minutes: number | null): Problems {
  if (minutes === null || isCount(minutes)) return;
  yield { place, rule: `must be a positive whole number, or null for no clock, but is ${minutes}` };
}

function* sumProblems(preset: Preset, minutes: number | null): Problems {
  const clocked = preset.phases.flatMap((phase) => (phase.minutes === null ? [] : [phase.minutes]));
  const sum = clocked.length === 0 ? null : clocked.reduce((total, next) => total + next, 0);
  if (sum === minutes) return;
  const place = `minutes of preset "${preset.id}"`;
  yield { place, rule: `must add up to the template's ${minutes ?? 'null'}, but add up to ${sum ?? 'null'}` };
}

function isCount(number: number): boolean {
  return Number.isInteger(number) && number >= 1;
}
