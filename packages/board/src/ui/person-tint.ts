import { ZONE_TINTS, type ZoneTint } from '@samtavla/templates';

const COLOURS = ZONE_TINTS.filter((tint) => tint !== 'grey');

/** The same colour for the same person on every screen; grey for who has no name. */
export function personTint(name: string | null): ZoneTint {
  if (name === null || name === '') return 'grey';
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return COLOURS[sum % COLOURS.length] ?? 'grey';
}
