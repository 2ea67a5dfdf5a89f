/**
 * What a workshop is, as plain data. A template is written once by us (or saved from a board) and read by the server,
 * which seeds a board's documents from it, and by the gallery, which draws its picture.
 */

/** The languages the product speaks: bokmål, nynorsk, English (BCP 47). */
export const LOCALES = ['nb', 'nn', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** One text in every language. */
export type Words = Readonly<Record<Locale, string>>;

/** What a zone is for. The product's nudges (grounding first, linked states) go by it, never by a zone's title. */
export const ZONE_KINDS = ['current', 'desired', 'measures', 'rationale', 'wise', 'other'] as const;
export type ZoneKind = (typeof ZONE_KINDS)[number];

/** A zone's background colour; a name, so that the canvas and a picture pick the shade that fits light or dark. */
export const ZONE_TINTS = ['blue', 'green', 'yellow', 'orange', 'violet', 'red', 'grey'] as const;
export type ZoneTint = (typeof ZONE_TINTS)[number];

/** A rectangle on the canvas, in page units (at zoom 1 a unit is a CSS pixel; a note is 200 wide). */
export type Box = { readonly x: number; readonly y: number; readonly w: number; readonly h: number };

/** Which level and which domain a zone is for, by their ids in the template's lists. */
export type ZoneCell = { readonly level: string; readonly domain: string };

/** A place on the board with a guiding question. Its id is unique in its template and never shown. */
export type Zone = {
  readonly id: string;
  readonly kind: ZoneKind;
  readonly title: Words;
  readonly question: Words;
  readonly box: Box;
  readonly tint: ZoneTint;
  readonly cell?: ZoneCell | undefined;
};

/** How a phase votes but by dots. */
export const VOTE_KINDS = ['fingers', 'rating'] as const;

/** How a phase votes: with `dots` a person, at most `most` of them on one note; or by five fingers, or by effect and effort. */
export type VoteRule =
  | { readonly dots: number; readonly most: number }
  | { readonly kind: (typeof VOTE_KINDS)[number] };

/** A step of the workshop. */
export type Phase = {
  readonly id: string;
  readonly name: Words;
  /** Suggested length in minutes; null is a phase without a clock. */
  readonly minutes: number | null;
  /** Ids of the zones open for writing. None: a phase for talking, a break. */
  readonly zones: readonly string[];
  /** Private: each writes for themselves until the facilitator reveals. */
  readonly private: boolean;
  readonly vote: VoteRule | null;
};

/** A note that stands on the board from the beginning, locked: a goal that is not the group's to change. */
export type StandingNote = { readonly zone: string; readonly text: Words };

/** One order of phases. A template has at least one; the facilitator picks when making the board. */
export type Preset = {
  readonly id: string;
  readonly name: Words;
  readonly phases: readonly Phase[];
  readonly standing?: readonly StandingNote[];
};

/** How many people a template is made for, as advice; `most` is null where any number will do. */
export type GroupSize = { readonly least: number; readonly most: number | null };

/** A choice in the lists people pick from when they join (who one is here, which level one works at). */
export type Choice = { readonly id: string; readonly name: Words };

/** Which of the three questions the template helps with; `blank` has none. */
export const PURPOSES = ['blank', 'current', 'desired', 'measures', 'whole', 'underway'] as const;
export type Purpose = (typeof PURPOSES)[number];

export type Template = {
  readonly id: string;
  readonly purpose: Purpose;
  readonly name: Words;
  /** One or two sentences for the gallery: when to use it, what comes out of it. */
  readonly description: Words;
  /** For whoever leads: how, who should be in the room, what to mind. Null where there is nothing to lead. */
  readonly guide: Words | null;
  /** Suggested length of the whole in minutes; null without a clock. */
  readonly minutes: number | null;
  readonly people: GroupSize;
  /** In reading order, which is also the outline's. */
  readonly zones: readonly Zone[];
  readonly presets: readonly Preset[];
  readonly perspectives: readonly Choice[];
  readonly levels: readonly Choice[];
  /** The fields that measures belong to (fagområder). */
  readonly domains: readonly Choice[];
  /** Value areas to see goals and measures by; none for a template without that lens. */
  readonly values?: readonly Choice[];
};
