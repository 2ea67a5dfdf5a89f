export { bounds } from './bounds.ts';
export { DEFAULT_TEMPLATE_ID, TEMPLATES, templateById } from './built-in.ts';
export { defineTemplate } from './define-template.ts';
export { DEFAULT_DOMAINS } from './domains.ts';
export { DEFAULT_LEVELS } from './levels.ts';
export { DEFAULT_PERSPECTIVES } from './perspectives.ts';
export { picture, type Picture, type PictureRect } from './picture.ts';
export {
  LOCALES,
  PURPOSES,
  VOTE_KINDS,
  ZONE_KINDS,
  ZONE_TINTS,
  type Box,
  type Choice,
  type GroupSize,
  type Locale,
  type Phase,
  type Preset,
  type Purpose,
  type StandingNote,
  type Template,
  type VoteRule,
  type Words,
  type Zone,
  type ZoneCell,
  type ZoneKind,
  type ZoneTint,
} from './template.ts';
export { NOTE_GAP, NOTE_SIDE, ZONE_HEADING_HEIGHT, roomForNotes } from './zone-room.ts';
