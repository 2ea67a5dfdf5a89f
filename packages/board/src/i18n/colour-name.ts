import type { NoteColour } from '@samtavla/protocol';
import type { Locale, ZoneTint } from '@samtavla/templates';
import * as m from './generated/messages.js';

const COLOUR_NAMES: Readonly<Record<NoteColour | ZoneTint, typeof m.colour_yellow>> = {
  yellow: m.colour_yellow,
  orange: m.colour_orange,
  pink: m.colour_pink,
  violet: m.colour_violet,
  blue: m.colour_blue,
  green: m.colour_green,
  red: m.colour_red,
  grey: m.colour_grey,
};

export const colourName = (colour: NoteColour | ZoneTint, locale?: Locale): string =>
  COLOUR_NAMES[colour]({}, locale === undefined ? {} : { locale });
