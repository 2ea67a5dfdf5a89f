/** `npm run bench:canvas`: our board beside others, in a real browser, measured in the same run. With `-- --quick` in a minute. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { outcomes } from '../lib/aims.ts';
import { openBrowser } from '../lib/browser.ts';
import { buildPageScript } from '../lib/build-page-script.ts';
import { circumstances, publish } from '../lib/publish.ts';
import { Samples } from '../lib/results.ts';
import { inRounds } from '../lib/rounds.ts';
import { AIMS } from './aims.ts';
import { buildPages } from './build-pages.ts';
import type { Camera } from './lookout-api.ts';
import { heap } from './scenarios/heap.ts';
import { movement, VIEWS } from './scenarios/movement.ts';
import { together } from './scenarios/together.ts';
import { servePages } from './subjects/others-door.ts';
import { subjectsWith } from './subjects/subjects.ts';
import { visit, type Plan } from './visit.ts';

const { quick } = parseArgs({ options: { quick: { type: 'boolean', default: false } } }).values;
const FEW = 20;
const MANY = 5_000;

const size = quick
  ? { rounds: 1, creations: 4, dragged: [FEW], dragMillis: 1_000, moveMillis: 250, views: ['fit'] as const }
  : { rounds: 3, creations: 20, dragged: [1, FEW], dragMillis: 5_000, moveMillis: 1_200, views: VIEWS };

const joins = quick ? [2_000] : [500, 2_000];
const plans: Plan[] = [
  { notes: FEW, acts: [together(size), movement(size)] },
  ...joins.map((notes) => ({ notes, acts: [] })),
  ...(quick ? [] : [{ notes: MANY, acts: [heap, movement(size)] }]),
];

await buildPages(['tldraw-sync', 'naive-yjs']);
const lookout = await buildPageScript(join(import.meta.dirname, 'pages/lookout/main.ts'), 'lookout');
const browser = await openBrowser();
const pages = await servePages();
const samples = new Samples();
try {
  const subjects = subjectsWith(pages);
  const camera = await openingCamera();
  for (const plan of plans) {
    await inRounds(size.rounds, subjects, async (subject, round) => {
      console.log(`${plan.notes} notes: ${subject.name}, round ${round + 1} of ${size.rounds}`);
      await visit(subject, plan, { browser, lookout, camera, samples });
    });
  }

  /** Where our board opens: the others open there too. */
  async function openingCamera(): Promise<Camera> {
    const [ours] = subjects;
    if (ours === undefined) throw new Error('There is nothing to measure.');
    return visit(ours, { notes: FEW, acts: [] }, { browser, lookout, camera: null, samples: new Samples() });
  }
} finally {
  await browser.close();
  pages.close();
}

const rows = samples.rows(size.rounds);
publish({ bench: 'canvas', extent: quick ? 'quick' : 'full', ...circumstances(), rows, aims: outcomes(rows, AIMS) });
console.table(rows);
