/** Writes the fonts that the pages are served: the letters and weights that are used, half the size of what is published. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import untyped from 'subset-font';

type Options = { targetFormat: 'woff2'; variationAxes: { wght: { min: number; max: number } } };
/** It comes without types. */
const subsetFont = untyped as (font: Uint8Array, letters: string, options: Options) => Promise<Uint8Array>;

const WEIGHTS = { min: 400, max: 700 };
/** A letter and what may stand in its place or on it: first to last. `fonts.css` tells the browser the same. */
const SUBSETS = {
  latin: [
    [0x20, 0x7e],
    [0xa0, 0xff],
    [0x131, 0x131],
    [0x152, 0x153],
    [0x300, 0x304],
    [0x308, 0x30a],
    [0x2010, 0x2026],
    [0x2030, 0x203a],
    [0x20ac, 0x20ac],
    [0x2122, 0x2122],
    [0x2190, 0x2193],
    [0x2212, 0x2215],
  ],
  // Sámi letters, and the names of whoever has come from elsewhere.
  'latin-ext': [
    [0x100, 0x130],
    [0x132, 0x151],
    [0x154, 0x24f],
    [0x1e00, 0x1e9f],
    [0x1ef2, 0x1eff],
  ],
} as const;

const out = fileURLToPath(new URL('./src/ui/generated/', import.meta.url));
mkdirSync(out, { recursive: true });
for (const [name, ranges] of Object.entries(SUBSETS)) {
  const published = import.meta.resolve(`@fontsource-variable/inter/files/inter-${name}-wght-normal.woff2`);
  const letters = ranges.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, place) => String.fromCodePoint(first + place)),
  );
  const options: Options = { targetFormat: 'woff2', variationAxes: { wght: WEIGHTS } };
  const subset = await subsetFont(readFileSync(fileURLToPath(published)), letters.join(''), options);
  writeFileSync(`${out}inter-${name}.woff2`, subset);
}
