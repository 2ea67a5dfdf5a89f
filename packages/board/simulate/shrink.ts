/** Makes a failing run short: the fewest first steps that still fail, and of those only the ones that it takes. */
import { run, type Outcome, type Plan } from './run.ts';

export type Shrunk = { readonly plan: Plan; readonly outcome: Outcome };

export function shrink(seed: number): Shrunk {
  const fails = (plan: Plan): Outcome | null => {
    const outcome = run(plan);
    return outcome.broken === null ? null : outcome;
  };
  const whole = run({ seed });
  let best: Shrunk = { plan: { seed, steps: whole.steps }, outcome: whole };
  for (let steps = 0; steps < whole.steps; steps += 1) {
    const outcome = fails({ seed, steps });
    if (outcome === null) continue;
    best = { plan: { seed, steps }, outcome };
    break;
  }
  const without = new Set<number>();
  for (let step = best.outcome.steps - 1; step >= 0; step -= 1) {
    const plan: Plan = { seed, steps: best.outcome.steps, without: new Set([...without, step]) };
    const outcome = fails(plan);
    if (outcome === null) continue;
    without.add(step);
    best = { plan, outcome };
  }
  return best;
}

export function inWords({ plan: { seed }, outcome }: Shrunk): string {
  const peers = new Set(outcome.trace.map(({ peer }) => peer));
  return [
    `Seed ${seed} fails: ${outcome.broken}`,
    `It takes ${outcome.trace.length} steps of ${peers.size} peers:`,
    ...outcome.trace.map(({ step, peer, words }) => `  ${step}. ${peer} ${words}`),
  ].join('\n');
}
