import type { Page } from '@playwright/test';

/** What the canvas paints of thousands of notes. */
export const PAINTED_NOTES = '.painted-notes canvas:not([hidden])';
/** What is painted of a board before its canvas is there. */
export const FIRST_PAINTING = '.first-painting canvas';

/** Where, on the screen, a painting has a colour: the middle of it; null where it has it nowhere. */
export const findColour = (page: Page, painting: string, colour: readonly number[]) =>
  page.evaluate(
    ([selector, wanted]) => {
      const canvas = document.querySelector<HTMLCanvasElement>(selector);
      const pixels = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height);
      if (canvas === null || pixels === undefined) return null;
      const near = (at: number) => wanted.every((part, place) => Math.abs((pixels.data[at + place] ?? 0) - part) < 6);
      let [count, x, y] = [0, 0, 0];
      for (let at = 0; at < pixels.data.length; at += 4) {
        if (!near(at)) continue;
        count += 1;
        x += (at / 4) % pixels.width;
        y += Math.floor(at / 4 / pixels.width);
      }
      if (count === 0) return null;
      const box = canvas.getBoundingClientRect();
      const scale = box.width / canvas.width;
      return { x: box.left + (x / count) * scale, y: box.top + (y / count) * scale };
    },
    [painting, colour] as const,
  );
