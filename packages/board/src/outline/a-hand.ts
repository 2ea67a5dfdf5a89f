/** Somebody who has both outline and canvas open, for the tests of what they write. */
import { recordsOf, type ParticipantId, type PlanZone, type RecordId, type RecordMap } from '@samtavla/protocol';
import { bind, FROM_STORE } from '../binding/bind.ts';
import { historyOver } from '../binding/history.ts';
import { plainStore } from '../binding/plain-store.ts';
import { NOTE_TYPE, THEME_TYPE, ZONE_TYPE } from '../binding/record-codec.ts';
import type { StoreShape } from '../binding/store-port.ts';
import { papers } from './a-board.ts';
import { followOutline } from './follow-outline.ts';
import { FROM_OUTLINE, type Hand } from './hand.ts';

const EMPTY_TEXT = { type: 'doc', content: [{ type: 'paragraph' }] };
const TYPES = {
  [NOTE_TYPE]: {
    colour: 'yellow',
    richText: EMPTY_TEXT,
    author: null,
    perspective: {},
    createdAt: null,
    measure: null,
    answers: [],
    value: null,
  },
  [ZONE_TYPE]: {
    w: 1,
    h: 1,
    zoneKind: 'other',
    title: '',
    question: '',
    tint: 'grey',
    order: 0,
    level: null,
    domain: null,
  },
  [THEME_TYPE]: { richText: EMPTY_TEXT },
  arrow: {},
  group: {},
};

type Rights = { readonly plan?: boolean; readonly canvas?: boolean };

export function aHand({ plan = true, canvas = true }: Rights = {}, zones?: readonly PlanZone[]) {
  const both = papers(zones);
  const store = plainStore(TYPES);
  const documents = { plan: { doc: both.plan, writable: plan }, canvas: { doc: both.canvas, writable: canvas } };
  bind(store, documents);
  const written = Object.values(documents).filter(({ writable }) => writable);
  const history = historyOver(
    written.map(({ doc }) => doc),
    { later: () => () => {} },
  );
  for (const origin of [FROM_STORE, FROM_OUTLINE]) history.track(origin);
  const author = { id: 'p1' as ParticipantId, name: 'Kari' };
  const hand: Hand = { ...documents, history, author, perspective: { sector: 'school' } };
  const outline = followOutline(both);
  return {
    ...both,
    hand,
    history,
    outline,
    store,
    /** As the canvas shows it. */
    shape: (id: RecordId) => store.get(`shape:${id}`) as StoreShape | null,
    record: (id: RecordId): RecordMap => {
      const record = recordsOf(both.plan).get(id) ?? recordsOf(both.canvas).get(id);
      if (record === undefined) throw new Error(`There is no ${id}.`);
      return record;
    },
    /** The texts as they are listed: a zone's title, its themes with theirs in brackets, the notes. */
    listed: () =>
      [...outline.get().zones, outline.get().loose].map(({ zone, themes, notes }) => [
        zone?.title ?? '',
        ...themes.map((theme) => `${theme.title} [${theme.notes.map(({ text }) => text).join(' ')}]`),
        ...notes.map(({ text }) => text),
      ]),
  };
}
