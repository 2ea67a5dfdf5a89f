/** Everything a person may do in a run. A new kind of edit is a new `Act` in one of these lists. */
import type { Random } from '../random.ts';
import type { Act } from './act.ts';
import { DRAG_ACTS } from './drags.ts';
import { PLACE_ACTS } from './places.ts';
import { SHAPE_ACTS } from './shapes.ts';
import { STEP_ACTS } from './steps.ts';
import { TEXT_ACTS } from './texts.ts';
import { THEME_ACTS } from './themes.ts';
import { ZONE_ACTS } from './zones.ts';

const ACTS: readonly Act[] = [
  ...SHAPE_ACTS,
  ...PLACE_ACTS,
  ...ZONE_ACTS,
  ...TEXT_ACTS,
  ...STEP_ACTS,
  ...THEME_ACTS,
  ...DRAG_ACTS,
];

const IN_DRAG = ACTS.filter(({ isInDrag }) => isInDrag);

export const someAct = (random: Random, isInDrag: boolean): Act | undefined =>
  weighted(random, isInDrag ? IN_DRAG : ACTS);

export function weighted<T extends { readonly weight: number }>(random: Random, choices: readonly T[]): T | undefined {
  let rest = random.below(choices.reduce((sum, { weight }) => sum + weight, 0));
  return choices.find(({ weight }) => (rest -= weight) < 0);
}
