/** Everything that people, and their programs, may do to a board's documents. */
import {
  addRecord,
  addZone,
  atOf,
  fragmentOf,
  fragmentOfLines,
  recordsOf,
  type RecordId,
  type RecordMap,
} from '@samtavla/protocol';
import { array, constantFrom, integer, nat, record, string, type Arbitrary } from 'fast-check';
import * as Y from 'yjs';
import { historyOver } from '../binding/history.ts';
import { sync, zoneCalled, type Papers } from './a-board.ts';

const MINE = Symbol('mine');

/** Values that no canvas writes, and any program may. */
const HOSTILE: readonly unknown[] = [
  null,
  7,
  Number.NaN,
  'today',
  [],
  [Number.NaN, 0, 0],
  [1e300, 0, 0, 'today'],
  [0, 0],
  ['0', {}, [], 7, 7],
  { zone: 'today' },
  'note',
  'zone',
  'theme',
  'shape',
  'binding',
  'hologram',
];
const KEYS = [
  'kind',
  'at',
  'theme',
  'text',
  'type',
  'order',
  'w',
  'gone',
  'colour',
  'author',
  'createdAt',
  'p.w',
  'zone',
];
const SHAPES = ['draw', 'image', 'geo', 'group', 'frame', 'hologram', 'embed', 'theme', 'board-note'];

export type Step = {
  readonly act: (typeof ACTS)[number];
  readonly which: number;
  readonly other: number;
  readonly x: number;
  readonly y: number;
  readonly text: string;
};

const ACTS = [
  'note', 'note', 'note', 'theme', 'shape', 'shape', 'zone',
  'move', 'move', 'move', 'put into', 'put into', 'type', 'type', 'retype', 'gather', 'gather', 'let go',
  'remove', 'remove zone', 'move zone', 'rename zone', 'lock', 'hostile', 'hostile', 'no record', 'zone in canvas', 'tie',
  'undo', 'redo', 'together',
] as const; // oxfmt-ignore

export const steps = (most: number): Arbitrary<Step[]> =>
  array(
    record({
      act: constantFrom(...ACTS),
      which: nat(1000),
      other: nat(1000),
      x: integer({ min: -400, max: 2600 }),
      y: integer({ min: -400, max: 1200 }),
      text: string({ maxLength: 6 }),
    }),
    { minLength: Math.floor(most / 3), maxLength: most },
  );

/** Does such steps to documents; `undo` takes back what it did itself. */
export function hands(own: Papers, others: Papers, name: string) {
  const history = historyOver([own.plan, own.canvas], { later: () => () => {} });
  history.track(MINE);
  let made = 0;
  const newId = (kind: string) => `${kind}-${name}-${(made += 1)}` as RecordId;
  const pick = <T>(choices: readonly T[], which: number): T | undefined => choices[which % choices.length];
  const all = (): (readonly [Y.Doc, RecordId, RecordMap])[] =>
    [own.plan, own.canvas].flatMap((doc) =>
      [...recordsOf(doc)]
        .filter(([, each]) => each instanceof Y.Map)
        .map(([id, each]) => [doc, id as RecordId, each] as const)
        .toSorted(([, a], [, b]) => (a < b ? -1 : 1)),
    );
  const ofKind = (kind: string) => all().filter(([, , each]) => each.get('kind') === kind);
  const deeds: Record<Step['act'], (step: Step) => void> = {
    note: ({ which, x, y, text }) => {
      const zone = pick([null, ...ofKind('zone').map(([, id]) => id), 'nowhere'], which);
      const at = atOf([x, y, 0], { zone });
      addRecord(own.canvas, newId('note'), { kind: 'note', at, text: fragmentOfLines(text), createdAt: which });
    },
    theme: ({ which, x, y, text }) => {
      const zone = pick(
        ofKind('zone').map(([, id]) => id),
        which,
      );
      addRecord(own.canvas, newId('theme'), {
        kind: 'theme',
        at: atOf([x, y, 0], { zone: zone ?? null }),
        text: fragmentOfLines(text),
      });
    },
    shape: ({ which, other, x, y }) => {
      const zone = pick([null, ...ofKind('zone').map(([, id]) => id)], other);
      addRecord(own.canvas, newId('shape'), {
        kind: 'shape',
        type: pick(SHAPES, which),
        at: atOf([x, y, which % 4], { zone }),
      });
    },
    zone: ({ which, x }) => void addZone(own.plan, zoneCalled(newId('zone'), which % 5, x)),
    move: ({ which, other, x, y }) => {
      const zone = pick([null, ...ofKind('zone').map(([, id]) => id)], other);
      pick(all(), which)?.[2].set('at', atOf([x, y, 0], { zone }));
    },
    'put into': ({ which, other, x, y }) => {
      const parent = pick(ofKind('shape'), other)?.[1] ?? 'nowhere';
      pick(all(), which)?.[2].set('at', atOf([x, y, 0], { parent }));
    },
    type: ({ which, other, text }) => {
      const found = pick([...ofKind('note'), ...ofKind('theme')], which)?.[2];
      const paragraph = found === undefined ? undefined : fragmentOf(found)?.get(0);
      const letters = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined;
      if (letters instanceof Y.XmlText) letters.insert(other % (letters.length + 1), text);
    },
    retype: ({ which, text }) => void pick(ofKind('note'), which)?.[2].set('text', fragmentOfLines(text)),
    gather: ({ which, other }) => {
      const theme = pick([...ofKind('theme'), ...ofKind('note')], other)?.[1];
      if (theme !== undefined) pick(ofKind('note'), which)?.[2].set('theme', theme);
    },
    'let go': ({ which }) => void pick(ofKind('note'), which)?.[2].set('theme', null),
    remove: ({ which }) => {
      const found = pick(all(), which);
      if (found !== undefined) recordsOf(found[0]).delete(found[1]);
    },
    'remove zone': ({ which, other }) => void pick(ofKind('zone'), which)?.[2].set('gone', other % 3 !== 0),
    'move zone': ({ which, x, y }) => void pick(ofKind('zone'), which)?.[2].set('at', atOf([x, y, 0])),
    'rename zone': ({ which, other, text }) => {
      const zone = pick(ofKind('zone'), which)?.[2];
      zone?.set('title', text);
      zone?.set('order', other % 5);
    },
    lock: ({ which }) => {
      const found = pick([...ofKind('note'), ...ofKind('theme')], which);
      if (found === undefined) return;
      const [from, id, each] = found;
      const to = from === own.plan ? own.canvas : own.plan;
      recordsOf(to).set(id, each.clone());
      recordsOf(from).delete(id);
    },
    hostile: ({ which, other, x }) => {
      const value = pick(HOSTILE, x + 400);
      pick(all(), which)?.[2].set(pick(KEYS, other) ?? '', value);
    },
    'no record': ({ which }) => {
      const value = which % 2 === 0 ? 'nothing' : new Y.Array();
      recordsOf(own.canvas).set(newId('none'), value as unknown as RecordMap);
    },
    'zone in canvas': ({ which }) => {
      const id = pick([newId('fake'), ...ofKind('zone').map(([, each]) => each)], which);
      addZone(own.canvas, zoneCalled(id ?? 'fake', 0));
    },
    tie: ({ which, other }) => {
      const [from, to] = [pick(all(), which)?.[1], which % 3 === 0 ? undefined : pick(all(), other)?.[1]];
      addRecord(own.canvas, newId('tie'), { kind: 'binding', type: 'arrow', from, to });
    },
    undo: () => history.undo(),
    redo: () => history.redo(),
    together: () => sync(own, others),
  };
  return {
    /** One operation, which is one step to undo. */
    do(step: Step): void {
      if (step.act === 'undo' || step.act === 'redo' || step.act === 'together') return deeds[step.act](step);
      history.mark();
      own.canvas.transact(() => own.plan.transact(() => deeds[step.act](step), MINE), MINE);
    },
    close: () => history.close(),
  };
}
