import type { Millis } from '../ids.ts';

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** A fractional index's first letter tells how many digits its whole part has: `a` one, `b` two, … `g` seven. */
const SEVEN_DIGITS = 'g';

/**
 * A fractional index for a record made at this time, above all made earlier: the time in base 62 as the whole part (seven
 * digits last until the year 2081), and random digits behind it, so that two made in the same millisecond differ.
 * It needs no look at the other records, so that the phone, the server and a script can draw up a note without the canvas.
 */
export function indexAt(time: Millis): string {
  let whole = '';
  for (let rest = Math.floor(time), place = 0; place < 7; place += 1) {
    whole = DIGITS.charAt(rest % 62) + whole;
    rest = Math.floor(rest / 62);
  }
  const jitter = [...crypto.getRandomValues(new Uint8Array(4))].map((byte) => DIGITS.charAt(byte % 62)).join('');
  // A fraction must not end in 0.
  return `${SEVEN_DIGITS}${whole}${jitter}V`;
}
