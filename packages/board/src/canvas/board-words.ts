import type { NoteColour } from '@samtavla/protocol';
import type { MeasureWords } from './measure/measure-text.ts';
import type { Locale, ZoneTint } from '@samtavla/templates';
import { createContext } from 'react';
import type { Trait } from './arrange/select-same.ts';
import type { ImageProblem } from './image/image-problem.ts';

/** What the shapes say in the board's or the person's language. */
export type Words = {
  /** The board's language, in which its own words and most of its notes are. */
  readonly lang: Locale;
  /** The name of a sector in the board's list; null for none, or for one that is no longer in it. */
  readonly sectorName: (id: string | undefined) => string | null;
  /** What stands on a measure. */
  readonly measure: MeasureWords;
  readonly openMeasure: string;
  readonly makeMeasure: string;
  readonly makeNote: string;
  readonly writeNoteIn: (zone: string) => string;
  readonly writeNote: string;
  readonly zoneTitle: string;
  readonly zoneQuestion: string;
  readonly zoneTint: string;
  readonly tints: Readonly<Record<ZoneTint, string>>;
  /** Of a zone in which one is not to write now. */
  readonly zoneClosed: string;
  /** Of a note that is written privately, and of one that its writer holds back besides. */
  readonly onlyYou: string;
  readonly heldBack: string;
  readonly holdBack: string;
  readonly dots: (count: number) => string;
  readonly lock: string;
  readonly unlock: string;
  readonly locked: string;
  readonly newZone: string;
  readonly arrangeHint: string;
  readonly noteColour: string;
  readonly colours: Readonly<Record<NoteColour, string>>;
  readonly themeNameless: string;
  readonly themeDrop: string;
  readonly noteCount: (count: number) => string;
  readonly gather: string;
  readonly textField: string;
  readonly themeField: string;
  readonly moveToZone: string;
  readonly tidy: string;
  readonly selectSame: string;
  readonly traits: Readonly<Record<Trait, string>>;
  readonly imageFailed: string;
  readonly imageUploading: string;
  readonly imageProblem: (problem: ImageProblem) => string;
};

/** A shape is only ever drawn inside the canvas, which says the words. */
export const BoardWords = createContext<Words>(null as unknown as Words);
