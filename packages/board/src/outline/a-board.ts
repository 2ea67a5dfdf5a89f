/** Boards' documents for the outline's tests, and their outlines as values. */
import {
  addRecord,
  addTheme,
  addZone,
  atOf,
  fragmentOfLines,
  recordsOf,
  type PlanZone,
  type RecordId,
  type RecordMap,
} from '@samtavla/protocol';
import * as Y from 'yjs';
import type { Outline, OutlineTheme, OutlineZone } from './outline-groups.ts';

export const zoneCalled = (id: string, order: number, x = order * 1000): PlanZone => ({
  id: id as RecordId,
  kind: 'other',
  title: id,
  question: '',
  box: { x, y: 0, w: 900, h: 900 },
  tint: 'grey',
  order,
});

export const TODAY = zoneCalled('today', 0);
export const DESIRED = zoneCalled('desired', 1);

export type Papers = { readonly plan: Y.Doc; readonly canvas: Y.Doc };

export function papers(zones: readonly PlanZone[] = [TODAY, DESIRED]): Papers {
  const both = { plan: new Y.Doc(), canvas: new Y.Doc() };
  for (const zone of zones) addZone(both.plan, zone);
  return both;
}

/** Carries everything that either has to the other. */
export function sync(a: Papers, b: Papers): void {
  for (const kind of ['plan', 'canvas'] as const) {
    Y.applyUpdate(b[kind], Y.encodeStateAsUpdate(a[kind], Y.encodeStateVector(b[kind])));
    Y.applyUpdate(a[kind], Y.encodeStateAsUpdate(b[kind], Y.encodeStateVector(a[kind])));
  }
}

export const recordIn = ({ plan, canvas }: Papers, id: RecordId): RecordMap | undefined =>
  recordsOf(plan).get(id) ?? recordsOf(canvas).get(id);

/** A record under the name that is its text. */
export function put({ canvas }: Papers, text: string, values: Record<string, unknown>): RecordMap {
  const kind = values['kind'] ?? 'note';
  const fragment = kind === 'note' || kind === 'theme' ? { text: written(text) } : {};
  return addRecord(canvas, text as RecordId, { kind, ...fragment, ...values });
}

export function written(text: string): Y.XmlFragment {
  const fragment = new Y.XmlFragment();
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText(text)]);
  fragment.insert(0, [paragraph]);
  return fragment;
}

/** The letters of a text's first paragraph, to type in. */
export function lettersIn(fragment: Y.XmlFragment | null | undefined): Y.XmlText {
  const paragraph = fragment?.get(0);
  const letters = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
  if (letters instanceof Y.XmlText) return letters;
  throw new Error('There is nothing to type in.');
}

/** The groups of an outline, by id. */
export function groupsOf({ zones, loose }: Outline) {
  const all = [...zones, loose];
  return {
    zones: new Map<RecordId | null, OutlineZone>(all.map((zone) => [zone.zone?.id ?? null, zone])),
    themes: new Map<RecordId, OutlineTheme>(all.flatMap(({ themes }) => themes).map((theme) => [theme.id, theme])),
  };
}

/** The keys whose objects are others than before. */
export function others<K, V>(before: ReadonlyMap<K, V>, after: ReadonlyMap<K, V>): Set<K> {
  return new Set([...before.keys(), ...after.keys()].filter((key) => before.get(key) !== after.get(key)));
}

/** A board as a large workshop leaves it: so many notes over four zones, in each zone every other twenty in a theme. */
export function largeBoard(count: number): Papers & { readonly notes: readonly RecordId[] } {
  const zones = [0, 1, 2, 3].map((order) => zoneCalled(`zone-${order}`, order, order * 5000));
  const board = papers(zones);
  const notes: RecordId[] = [];
  const themes = new Map<RecordId, RecordId>();
  const add = (zone: PlanZone, number: number, theme: RecordId | null) => {
    const id = `note-${zone.id}-${number}` as RecordId;
    const at = atOf([...placeOf(number), 0], { zone: zone.id });
    const text = fragmentOfLines(`Lapp ${number}`);
    addRecord(board.canvas, id, { kind: 'note', at, colour: 'yellow', text, theme: theme ?? undefined });
    notes.push(id);
  };
  const placeOf = (number: number) => [(number % 20) * 220, 160 + Math.floor(number / 20) * 220] as const;
  board.canvas.transact(() => {
    for (let number = 0; number < count; number += 1) {
      const [zone, inZone] = [zones[number % 4] as PlanZone, Math.floor(number / 4)];
      const [at, isThemed] = [placeOf(inZone), Math.floor(inZone / 20) % 2 === 0];
      if (inZone % 40 === 0) themes.set(zone.id, addTheme(board.canvas, { title: `Tema ${number}`, zone, at }));
      add(zone, inZone, isThemed ? (themes.get(zone.id) ?? null) : null);
    }
  });
  return { ...board, notes };
}
