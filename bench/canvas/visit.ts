/** A person at a subject's full board, and what they measure there beside how long it took to come in. */
import type { Browser } from '@playwright/test';
import type { Samples, SubjectName } from '../lib/results.ts';
import { SubjectProcess } from '../lib/subject-process.ts';
import { contentOf } from './content.ts';
import { Person } from './person.ts';
import type { Camera } from './lookout-api.ts';
import type { CanvasSubject, FullBoard } from './subject.ts';

export type Visit = {
  readonly subject: CanvasSubject;
  readonly board: FullBoard;
  readonly notes: number;
  readonly person: Person;
  readonly samples: Samples;
  /** Lets one more person in. */
  admit(): Promise<Person>;
};

/** Something that is measured of an open board. */
export type Act = (visit: Visit) => Promise<void>;

export type Plan = { readonly notes: number; readonly acts: readonly Act[] };

/** What a board is opened by: the browser, the lookout's script, and where the opening view stands. */
export type Surroundings = {
  readonly browser: Browser;
  readonly lookout: string;
  readonly camera: Camera | null;
  readonly samples: Samples;
};

const KILOBYTE = 1000;

/** Answers where the opening view stood. */
export async function visit(subject: CanvasSubject, plan: Plan, around: Surroundings): Promise<Camera> {
  const server = await SubjectProcess.start(subject.program);
  try {
    const board = await subject.makeBoard(server.port, contentOf(plan.notes));
    try {
      return await visitBoard(subject, board, plan, around);
    } finally {
      board.close();
    }
  } finally {
    await server.end();
  }
}

async function visitBoard(
  subject: CanvasSubject,
  board: FullBoard,
  { notes, acts }: Plan,
  { browser, lookout, camera, samples }: Surroundings,
): Promise<Camera> {
  const people: Person[] = [];
  const admit = async () => {
    const person = await Person.come(browser, lookout);
    people.push(person);
    return { person, joined: await person.join(board, notes, camera) };
  };
  try {
    const { person, joined } = await admit();
    record(samples, subject.name, notes, joined);
    const opened = await person.page.evaluate(() => globalThis.bench.camera());
    const more = { admit: async () => (await admit()).person };
    for (const act of acts) await act({ subject, board, notes, person, samples, ...more });
    return opened;
  } finally {
    for (const person of people) await person.leave();
  }
}

function record(
  samples: Samples,
  subject: SubjectName,
  notes: number,
  joined: Awaited<ReturnType<Person['join']>>,
): void {
  const of = { subject, scenario: `join a board of ${notes} notes` };
  const { synced, painted, received, code } = joined;
  samples.add({ ...of, metric: 'click to synced', unit: 'ms' }, [synced]);
  samples.add({ ...of, metric: 'click to painted', unit: 'ms' }, [painted]);
  samples.add({ ...of, metric: 'received of the board', unit: 'kB' }, [received / KILOBYTE]);
  samples.add({ ...of, metric: 'scripts, styles, fonts and pictures', unit: 'kB' }, [code / KILOBYTE]);
}
