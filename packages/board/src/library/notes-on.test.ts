import { picture, TEMPLATES } from '@samtavla/templates';
import { expect, test } from 'vitest';
import { notesOn } from './notes-on.ts';

test.each(TEMPLATES.map((template) => [template.id, picture(template).rects] as const))(
  '[U12] in the picture of %s every zone has notes, and every note lies within its zone',
  (_, rects) => {
    for (const zone of rects) {
      const notes = notesOn(zone);
      expect(notes.length).toBeGreaterThan(0);
      for (const { x, y, side } of notes) {
        expect(x >= zone.x && y >= zone.y && x + side <= zone.x + zone.w && y + side <= zone.y + zone.h).toBe(true);
      }
    }
  },
);
