import { expect, test } from 'vitest';
import { NOTE_TYPE, THEME_TYPE, ZONE_TYPE } from '../binding/record-codec.ts';
import { SHAPE_TYPES } from '../outline/shape-types.ts';
import { createBoardStore, TYPES_LEFT_OUT } from './board-store.ts';

const store = createBoardStore({ upload: () => Promise.reject(new Error('No images here.')), resolve: () => null });

test('[U52] the outline knows every type of shape that the canvas shows, and no other', () => {
  const { sequences } = store.schema.serialize() as { sequences: Record<string, number> };
  const prefix = 'com.tldraw.shape.';
  const known = Object.keys(sequences).flatMap((name) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : []));
  expect(known.filter((type) => !TYPES_LEFT_OUT.has(type)).toSorted()).toEqual(
    [...Object.keys(SHAPE_TYPES), NOTE_TYPE, THEME_TYPE, ZONE_TYPE].toSorted(),
  );
});
