/** What the canvas draws beside zones, themes and notes, and as what it counts. Held to the canvas' own list by a test there. */
import type { ShapeCounts } from './outline-groups.ts';

/** Null for what only holds others together. A type that is not here is shown by no canvas. */
export const SHAPE_TYPES: Readonly<Record<string, keyof ShapeCounts | null>> = {
  arrow: 'others',
  draw: 'drawings',
  frame: 'others',
  geo: 'others',
  group: null,
  highlight: 'drawings',
  image: 'images',
  line: 'others',
  note: 'others',
  text: 'others',
};
