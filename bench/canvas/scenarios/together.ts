/** Two people on one board: how soon one sees the other's note, and what a drag costs the line and the document. */
import type { Samples } from '../../lib/results.ts';
import type { Person } from '../person.ts';
import type { CanvasSubject } from '../subject.ts';
import type { Act, Visit } from '../visit.ts';

const KILOBYTE = 1000;
/** Before the first that counts, for the compiler to have seen the code. */
const WARM_UP = 2;

type Size = { readonly creations: number; readonly dragged: readonly number[]; readonly dragMillis: number };

export const together = ({ creations, dragged, dragMillis }: Size): Act => {
  return async (visit) => {
    const { person, notes, subject, samples } = visit;
    const other = await visit.admit();
    for (const { page } of [person, other]) await page.evaluate((count) => globalThis.bench.look('fit', count), notes);
    for (let at = -WARM_UP; at < creations; at += 1) {
      // By turns: what the clocks of two pages differ by counts once for and once against.
      const [writer, reader] = at % 2 === 0 ? [person, other] : [other, person];
      const times = await create(subject, writer, reader, at);
      if (at >= 0) record(samples, subject, times);
    }
    for (const count of dragged) await drag(visit, count, dragMillis);
    await other.leave();
  };
};

type Times = { readonly stored: number; readonly drawn: number };

async function create({ noteType }: CanvasSubject, writer: Person, reader: Person, at: number): Promise<Times> {
  const note = { type: noteType, x: 300 + 7 * at, y: 310 + 5 * at };
  await reader.page.evaluate(({ x, y }) => globalThis.bench.watchFor(x, y), note);
  const made = await writer.page.evaluate(({ type, x, y }) => globalThis.bench.create(type, x, y), note);
  const { stored, drawn } = await reader.page.evaluate(() => globalThis.bench.sighting());
  return { stored: stored - made, drawn: drawn - made };
}

function record(samples: Samples, { name }: CanvasSubject, { stored, drawn }: Times): void {
  const of = { subject: name, scenario: 'two people', unit: 'ms' };
  samples.add({ ...of, metric: "a new note to the other's store" }, [stored]);
  samples.add({ ...of, metric: "a new note to the other's screen" }, [drawn]);
}

async function drag({ subject, board, person, samples }: Visit, count: number, millis: number): Promise<void> {
  await person.settle();
  const from = await person.page.evaluate((many) => globalThis.bench.select(many), count);
  const [sent, bytes] = [person.traffic.now().sent, await board.documentBytes()];
  await person.drag(from, millis);
  await person.settle();
  const of = {
    subject: subject.name,
    scenario: `a drag of ${millis / 1000} s, ${count} note${count === 1 ? '' : 's'}`,
  };
  samples.add({ ...of, metric: 'sent', unit: 'kB' }, [(person.traffic.now().sent - sent) / KILOBYTE]);
  const growth = (await board.documentBytes()) - bytes;
  samples.add({ ...of, metric: 'growth of the document', unit: 'kB' }, [growth / KILOBYTE]);
}
