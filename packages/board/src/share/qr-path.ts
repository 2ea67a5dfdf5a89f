import { encode } from 'uqr';

/** A QR code as one SVG path of 1×1 modules, with the quiet zone of 4 modules that the standard asks for. */
export function qrPath(text: string): { readonly path: string; readonly size: number } {
  // M repairs 15 %: enough for a projector's glare, and fewer modules than Q to see from the back row.
  const { data, size } = encode(text, { ecc: 'M', boostEcc: true, border: 4 });
  return {
    path: data
      .map((row, y) =>
        runs(row)
          .map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`)
          .join(''),
      )
      .join(''),
    size,
  };
}

/** The dark stretches of a row, as start and length. */
function runs(row: readonly boolean[]): [start: number, length: number][] {
  const found: [number, number][] = [];
  row.forEach((dark, x) => {
    const last = found.at(-1);
    if (!dark) return;
    if (last !== undefined && last[0] + last[1] === x) last[1] += 1;
    else found.push([x, 1]);
  });
  return found;
}
