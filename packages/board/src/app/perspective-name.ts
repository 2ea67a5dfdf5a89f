import type { Perspective, PlanFacts } from '@samtavla/protocol';

/** «Skole, Kommuneledelse», in the board's own words; null where nothing was chosen. */
export function perspectiveName(
  { sector, level }: Perspective,
  { sectors, levels }: Pick<PlanFacts, 'sectors' | 'levels'>,
): string | null {
  const chosen = [sectors.find(({ id }) => id === sector), levels.find(({ id }) => id === level)];
  const names = chosen.flatMap((choice) => (choice === undefined ? [] : [choice.name]));
  return names.length === 0 ? null : names.join(', ');
}
