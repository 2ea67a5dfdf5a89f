import type { Samples } from '../lib/results.ts';
import { SubjectProcess } from '../lib/subject-process.ts';
import type { Subject } from './subject.ts';

/** One thing that is measured, of one subject, in a process that nothing was done in before. */
export type Scenario = {
  readonly name: string;
  /** Subjects that it says something about. */
  concerns?(subject: Subject): boolean;
  run(subject: Subject, server: SubjectProcess, samples: Samples): Promise<void>;
};

export async function runAlone(scenario: Scenario, subject: Subject, samples: Samples): Promise<void> {
  const server = await SubjectProcess.start(subject.program);
  try {
    await scenario.run(subject, server, samples);
  } finally {
    await server.end();
  }
}
