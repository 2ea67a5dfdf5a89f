import type { Template } from '../template.ts';
import type { Problems } from './problem.ts';

/** Ids end up in addresses, record keys and test names, so they hold only what is safe in all of them. */
const SAFE_ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Every id is of a safe form and unique among its siblings. */
export function* idProblems(template: Template): Problems {
  yield* unsafeId('id', template.id);
  yield* listProblems('zone', template.zones);
  yield* listProblems('preset', template.presets);
  for (const preset of template.presets) yield* listProblems(`phase in preset "${preset.id}"`, preset.phases);
  yield* listProblems('perspective', template.perspectives);
  yield* listProblems('level', template.levels);
  yield* listProblems('domain', template.domains);
  yield* listProblems('value area', template.values ?? []);
}

function* listProblems(what: string, siblings: readonly { readonly id: string }[]): Problems {
  const seen = new Set<string>();
  for (const { id } of siblings) {
    yield* unsafeId(`id of ${what}`, id);
    if (seen.has(id)) yield { place: `id of ${what}`, rule: `must be unique, but "${id}" is used twice` };
    seen.add(id);
  }
}

function* unsafeId(place: string, id: string): Problems {
  if (SAFE_ID.test(id)) return;
  yield { place, rule: `must be lower-case letters a-z, digits and single hyphens between them, but is "${id}"` };
}
