import { idProblems } from './rules/ids.ts';
import { presetProblems } from './rules/presets.ts';
import type { Problems } from './rules/problem.ts';
import { wordProblems } from './rules/words.ts';
import { zoneProblems } from './rules/zones.ts';
import { PURPOSES, type Template } from './template.ts';

/**
 * Checks a template and returns a deeply frozen copy of it. Throws one error, for the first rule broken, whose sentence
 * names the template, the place and the rule.
 */
export function defineTemplate(template: Template): Template {
  for (const { place, rule } of problems(template)) {
    throw new Error(`Template "${template.id}": the ${place} ${rule}.`);
  }
  return frozen(structuredClone(template));
}

/** Ids come first, since every later sentence names its place by them. */
function* problems(template: Template): Problems {
  yield* idProblems(template);
  if (!PURPOSES.includes(template.purpose)) yield { place: 'purpose', rule: `is not known: "${template.purpose}"` };
  yield* wordProblems(template);
  yield* zoneProblems(template);
  yield* presetProblems(template);
}

function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
}
