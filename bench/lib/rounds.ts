/** The same list, beginning with another item each round. */
export function rotated<T>(items: readonly T[], round: number): T[] {
  const first = items.length === 0 ? 0 : round % items.length;
  return [...items.slice(first), ...items.slice(0, first)];
}

/**
 * Runs every subject in every round, one at a time. The order is rotated, so that a machine that slows down or warms up does so
 * for all of them alike.
 */
export async function inRounds<T>(
  rounds: number,
  subjects: readonly T[],
  run: (subject: T, round: number) => Promise<void>,
): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    for (const subject of rotated(subjects, round)) await run(subject, round);
  }
}
