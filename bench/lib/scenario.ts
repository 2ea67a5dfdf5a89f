import type { Samples, SubjectName, Unfinished } from './results.ts';
import { inRounds } from './rounds.ts';
import { SubjectProcess } from './subject-process.ts';

export type Program = {
  readonly name: SubjectName;
  /** The file that Node runs. */
  readonly program: string;
};

/** One thing that is measured, of one subject, in a process that nothing was done in before. */
export type Scenario<S extends Program> = {
  readonly name: string;
  /** Subjects that it says something about. */
  concerns?(subject: S): boolean;
  run(subject: S, server: SubjectProcess, samples: Samples): Promise<void>;
};

/** Longer than any server needs that keeps up. */
const PATIENCE_MILLIS = 60_000;

/** Every scenario with every subject that it concerns; who does not come to an end is not asked again, and is named. */
export async function measure<S extends Program>(
  scenarios: readonly Scenario<S>[],
  subjects: readonly S[],
  { rounds, samples, patienceMillis = PATIENCE_MILLIS }: { rounds: number; samples: Samples; patienceMillis?: number },
): Promise<Unfinished[]> {
  const unfinished: Unfinished[] = [];
  for (const scenario of scenarios) {
    const concerned = subjects.filter((subject) => scenario.concerns?.(subject) ?? true);
    const gaveUp = new Set<S>();
    await inRounds(rounds, concerned, async (subject, round) => {
      if (gaveUp.has(subject)) return;
      console.log(`${scenario.name}: ${subject.name}, round ${round + 1} of ${rounds}`);
      const why = await runAlone(scenario, subject, { samples, patienceMillis });
      if (why === null) return;
      gaveUp.add(subject);
      unfinished.push({ subject: subject.name, scenario: scenario.name, why });
      console.log(`  did not finish: ${why}`);
    });
  }
  return unfinished;
}

/** Null when it came to its end, or else why not. */
async function runAlone<S extends Program>(
  scenario: Scenario<S>,
  subject: S,
  { samples, patienceMillis }: { samples: Samples; patienceMillis: number },
): Promise<string | null> {
  const server = await SubjectProcess.start(subject.program);
  let timer: NodeJS.Timeout | undefined;
  try {
    const late = new Promise<string>((resolve) => {
      timer = setTimeout(resolve, patienceMillis, `no end after ${patienceMillis / 1_000} s`);
    });
    return await Promise.race([late, scenario.run(subject, server, samples).then(() => null)]);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    clearTimeout(timer);
    await server.end();
  }
}
