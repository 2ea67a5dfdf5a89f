import type { Act } from '../visit.ts';

const MEGABYTE = 1e6;

/** What the page's own objects take when all garbage is gone. What the browser itself keeps of elements and pixels is not in it. */
export const heap: Act = async ({ subject, notes, person, samples }) => {
  const bytes = await person.heap();
  const of = { subject: subject.name, scenario: `a board of ${notes} notes` };
  samples.add({ ...of, metric: 'heap', unit: 'MB' }, [bytes / MEGABYTE]);
};
