/** `npm run hostile`: each attack at length, and a table of what it came to, for `docs/performance.md`. */
import { ATTACKS, LONG } from './attacks.ts';
import { HostileTrial } from './hostile-world.ts';

const trial = await HostileTrial.begin();
const cells = (values: readonly (string | number)[]) => `| ${values.join(' | ')} |`;
console.log(
  cells([
    'attack',
    'the attacker is told',
    'honest edits',
    'an edit to the other, ms',
    'longest hold-up, ms',
    'memory, MB',
  ]),
);
console.log(cells(['---', '---', '---:', '---:', '---:', '---:']));
try {
  for (const attack of ATTACKS) {
    const { said, edits, memoryBefore, memoryAfter, longestHoldUp } = await trial.undergo(attack, LONG);
    const sorted = edits.toSorted((a, b) => a - b);
    const at = (share: number) => Math.round(sorted[Math.ceil(sorted.length * share) - 1] ?? 0);
    const memory = `${Math.round(memoryBefore)} → ${Math.round(memoryAfter)}`;
    console.log(
      cells([
        attack.name,
        said.join(', '),
        edits.length,
        `${at(0.5)} / ${at(0.95)}`,
        Math.round(longestHoldUp),
        memory,
      ]),
    );
  }
} finally {
  await trial.end();
}
