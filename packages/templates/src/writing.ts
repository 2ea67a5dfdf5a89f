/** Short ways to write a template's parts down. */
import type { Box, Phase, Words, Zone, ZoneCell, ZoneKind, ZoneTint } from './template.ts';
import { TINTS } from './zone-tints.ts';

export const words = (nb: string, nn: string, en: string): Words => ({ nb, nn, en });

/** The same word in every language. */
export const word = (all: string): Words => words(all, all, all);

type Asked = {
  readonly id: string;
  readonly kind: ZoneKind;
  readonly title: Words;
  readonly question: Words;
  readonly tint?: ZoneTint;
  readonly cell?: ZoneCell | undefined;
};

/** Each in the box of its place; in its kind's own tint, where nothing else is said. */
export const zonesIn = (boxes: readonly Box[], asked: readonly Asked[]): Zone[] =>
  asked.map(({ tint, ...rest }, place) => ({ ...rest, box: boxes[place] as Box, tint: tint ?? TINTS[rest.kind] }));

/** A phase of talking or writing together, unless more is said. */
export const phase = (
  id: string,
  name: Words,
  minutes: number | null,
  zones: readonly string[],
  more: Partial<Pick<Phase, 'private' | 'vote'>> = {},
): Phase => ({ id, name, minutes, zones, private: false, vote: null, ...more });
