/** How even the frames come while one moves about, and while one drags a note. */
import type { Person } from '../person.ts';
import type { View } from '../lookout-api.ts';
import type { Act } from '../visit.ts';

export const VIEWS: readonly View[] = ['zoom 1', 'between', 'fit'];

type Size = { readonly moveMillis: number; readonly views: readonly View[] };

export const movement = ({ moveMillis: millis, views }: Size): Act => {
  return async ({ subject, notes, person, samples }) => {
    const of = { subject: subject.name, scenario: `a board of ${notes} notes`, unit: 'ms' };
    for (const view of views) {
      await look(person, view, notes);
      const pan = await person.framesWhile(() => person.pan(millis));
      samples.add({ ...of, metric: `frames of a pan, ${view}` }, pan);
      await look(person, view, notes);
      const zoom = await person.framesWhile(() => person.zoom(millis));
      samples.add({ ...of, metric: `frames of a zoom, ${view}` }, zoom);
    }
    await look(person, 'zoom 1', notes);
    const from = await person.page.evaluate(() => globalThis.bench.select(1));
    const drag = await person.framesWhile(() => person.drag(from, millis));
    samples.add({ ...of, metric: 'frames of a drag, zoom 1' }, drag);
  };
};

async function look(person: Person, view: View, notes: number): Promise<void> {
  await person.page.evaluate(([at, count]) => globalThis.bench.look(at, count), [view, notes] as const);
  await person.rest();
}
