import { LOCALES, type Choice, type Template, type Words } from '../template.ts';
import type { Problems } from './problem.ts';

/** Every text that a person may read exists, non-blank, in every language. */
export function* wordProblems(template: Template): Problems {
  yield* missingWords('name', template.name);
  yield* missingWords('description', template.description);
  if (template.guide !== null) yield* missingWords('guide', template.guide);
  for (const zone of template.zones) {
    yield* missingWords(`title of zone "${zone.id}"`, zone.title);
    yield* missingWords(`question of zone "${zone.id}"`, zone.question);
  }
  for (const preset of template.presets) {
    yield* missingWords(`name of preset "${preset.id}"`, preset.name);
    for (const phase of preset.phases) {
      yield* missingWords(`name of phase "${phase.id}" in preset "${preset.id}"`, phase.name);
    }
    for (const { zone, text } of preset.standing ?? [])
      yield* missingWords(`standing note of zone "${zone}" in preset "${preset.id}"`, text);
  }
  yield* missingNames('perspective', template.perspectives);
  yield* missingNames('level', template.levels);
  yield* missingNames('domain', template.domains);
  yield* missingNames('value area', template.values ?? []);
}

function* missingNames(what: string, choices: readonly Choice[]): Problems {
  for (const choice of choices) yield* missingWords(`name of ${what} "${choice.id}"`, choice.name);
}

function* missingWords(place: string, words: Words): Problems {
  for (const locale of LOCALES) {
    // A saved template is read from storage, where the type promises nothing.
    const text: unknown = words[locale];
    if (typeof text !== 'string' || text.trim() === '') yield { place, rule: `needs a text in ${locale}` };
  }
}
