import { recordsOf, type RecordId } from '@samtavla/protocol';
import { assert, property } from 'fast-check';
import { expect, test } from 'vitest';
import { bind } from '../binding/bind.ts';
import { plainStore } from '../binding/plain-store.ts';
import { NOTE_TYPE, PAGE, recordIdOf, THEME_TYPE, ZONE_TYPE } from '../binding/record-codec.ts';
import type { StoreShape } from '../binding/store-port.ts';
import { DESIRED, papers, TODAY, type Papers } from './a-board.ts';
import { readOutline } from './follow-outline.ts';
import { inReadingOrder, type Point } from './reading-order.ts';
import { SHAPE_TYPES } from './shape-types.ts';
import { hands, steps } from './some-hands.ts';

/** What a canvas shows of the documents, worked out from its shapes alone. */
function onCanvas({ plan, canvas }: Papers) {
  const types = [...Object.keys(SHAPE_TYPES), NOTE_TYPE, THEME_TYPE, ZONE_TYPE];
  const store = plainStore(Object.fromEntries(types.map((type) => [type, {}])));
  bind(store, { plan: { doc: plan, writable: false }, canvas: { doc: canvas, writable: false } });
  const shapes = [...store.all().values()]
    .filter((each): each is StoreShape => each.typeName === 'shape')
    .toSorted((a, b) => (recordIdOf(a.id) < recordIdOf(b.id) ? -1 : 1));
  const shapeOf = (id: unknown): StoreShape | undefined => shapes.find((shape) => recordIdOf(shape.id) === id);
  const onPage = (shape: StoreShape, { x, y }: Point): { zone: unknown; point: Point } => {
    const [cos, sin] = [Math.cos(shape.rotation), Math.sin(shape.rotation)];
    const point = { x: x * cos - y * sin + shape.x, y: x * sin + y * cos + shape.y };
    if (shape.parentId !== PAGE) return onPage(shapeOf(recordIdOf(shape.parentId)) as StoreShape, point);
    const isZone = shapeOf(shape.meta['zone'])?.type === ZONE_TYPE;
    return { zone: isZone ? shape.meta['zone'] : null, point };
  };
  const group = (shape: StoreShape): unknown => {
    const { theme } = shape.type === NOTE_TYPE ? shape.meta : {};
    return shapeOf(theme)?.type === THEME_TYPE ? theme : onPage(shape, { x: 0, y: 0 }).zone;
  };
  return {
    zones: shapes.filter(({ type }) => type === ZONE_TYPE),
    /** The shapes of a type in a zone, or a theme, as they are read. */
    listed: (type: string, of: RecordId | null): RecordId[] =>
      inReadingOrder(
        shapes.filter((shape) => shape.type === type && group(shape) === of),
        (shape) => onPage(shape, { x: 100, y: 100 }).point,
      ).map(({ id }) => recordIdOf(id)),
    count: (sort: string, of: RecordId | null): number =>
      shapes.filter((shape) => SHAPE_TYPES[shape.type] === sort && group(shape) === of).length,
  };
}

const orderOf = ({ props: { order } }: StoreShape): number => (Number.isFinite(order) ? (order as number) : 0);

test('[U52] a zone stands on the page, also one that says it stands in another that is nowhere', () => {
  const both = papers();
  recordsOf(both.plan).get(TODAY.id)?.set('at', [1e300, 0, 0, null]);
  recordsOf(both.plan).get(DESIRED.id)?.set('at', [5, 7, 0, TODAY.id]);
  expect(readOutline(both).zones.map(({ zone }) => zone?.id)).toEqual([DESIRED.id]);
  expect(onCanvas(both).zones).toMatchObject([{ id: `shape:${DESIRED.id}`, x: 5, y: 7 }]);
});

test('[U52] the outline has what the canvas has, where the canvas has it, whatever was done to the documents', () => {
  assert(
    property(steps(60), (list) => {
      const both = papers();
      const somebody = hands(both, papers(), 'a');
      for (const step of list) somebody.do(step);
      somebody.close();
      const [outline, canvas] = [readOutline(both), onCanvas(both)];
      const inOrder = canvas.zones.toSorted((a, b) => orderOf(a) - orderOf(b));
      expect(outline.zones.map(({ zone }) => zone?.id)).toEqual(inOrder.map(({ id }) => recordIdOf(id)));
      for (const { zone, themes, notes, shapes } of [...outline.zones, outline.loose]) {
        const key = zone?.id ?? null;
        expect(themes.map(({ id }) => id)).toEqual(canvas.listed(THEME_TYPE, key));
        expect(notes.map(({ id }) => id)).toEqual(canvas.listed(NOTE_TYPE, key));
        for (const theme of themes) expect(theme.notes.map(({ id }) => id)).toEqual(canvas.listed(NOTE_TYPE, theme.id));
        for (const [sort, count] of Object.entries(shapes))
          expect([sort, count]).toEqual([sort, canvas.count(sort, key)]);
      }
    }),
    { numRuns: 200 },
  );
});
