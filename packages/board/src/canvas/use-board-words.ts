import { NOTE_COLOURS, readPlanFacts, type NoteColour, type PlanFacts } from '@samtavla/protocol';
import { ZONE_TINTS, type Locale, type ZoneTint } from '@samtavla/templates';
import { useEffect, useMemo, useState } from 'react';
import type * as Y from 'yjs';
import { colourName } from '../i18n/colour-name.ts';
import * as m from '../i18n/generated/messages.js';
import { measureHead, measureLines } from '../i18n/measure-words.ts';
import { refusalSentence } from '../i18n/refusal-sentence.ts';
import type { NoReason } from '../session/ask.ts';
import type { Words } from './board-words.ts';
import type { ImageProblem } from './image/image-problem.ts';

/** The names, in a language, of those colours. */
const colourNames = <Colour extends NoteColour | ZoneTint>(colours: readonly Colour[], locale: Locale) =>
  Object.fromEntries(colours.map((colour) => [colour, colourName(colour, locale)])) as Readonly<Record<Colour, string>>;

/** The words of the shapes: the board's own lists as they are now, the rest in the person's language. */
export function useBoardWords(plan: Y.Doc, locale: Locale): Words {
  const { sectors, lang, facts } = useOwnWords(plan);
  return useMemo(
    () => ({
      lang,
      sectorName: (id) => (id === undefined ? null : (sectors.get(id) ?? null)),
      measure: (said) => ({ head: measureHead(said.measure, locale), lines: measureLines(said, facts, locale) }),
      openMeasure: m.measure_details({}, { locale }),
      makeMeasure: m.measure_make({}, { locale }),
      makeNote: m.measure_to_note({}, { locale }),
      writeNoteIn: (zone) => m.canvas_write_note_in({ zone }, { locale }),
      writeNote: m.canvas_write_note({}, { locale }),
      zoneTitle: m.canvas_zone_title({}, { locale }),
      zoneQuestion: m.canvas_zone_question({}, { locale }),
      zoneClosed: m.zone_closed({}, { locale }),
      onlyYou: m.desk_only_you({}, { locale }),
      heldBack: m.desk_held_back({}, { locale }),
      holdBack: m.desk_hold({}, { locale }),
      dots: (count) => m.vote_dots({ count }, { locale }),
      lock: m.lock({}, { locale }),
      unlock: m.unlock({}, { locale }),
      locked: m.locked({}, { locale }),
      newZone: m.canvas_new_zone({}, { locale }),
      arrangeHint: m.canvas_arrange_hint({}, { locale }),
      noteColour: m.canvas_note_colour({}, { locale }),
      colours: colourNames(NOTE_COLOURS, locale),
      tints: colourNames(ZONE_TINTS, locale),
      zoneTint: m.canvas_zone_tint({}, { locale }),
      themeNameless: m.canvas_theme_nameless({}, { locale }),
      themeDrop: m.canvas_theme_drop({}, { locale }),
      noteCount: (count) => m.canvas_note_count({ count }, { locale }),
      textField: m.outline_note_field({}, { locale }),
      themeField: m.outline_theme_field({}, { locale }),
      gather: m.canvas_gather({}, { locale }),
      moveToZone: m.canvas_move_to_zone({}, { locale }),
      tidy: m.canvas_tidy({}, { locale }),
      selectSame: m.canvas_select_same({}, { locale }),
      traits: {
        colour: m.canvas_same_colour({}, { locale }),
        perspective: m.canvas_same_perspective({}, { locale }),
        author: m.canvas_same_author({}, { locale }),
      },
      imageFailed: m.canvas_image_failed({}, { locale }),
      imageUploading: m.canvas_image_uploading({}, { locale }),
      imageProblem: (problem) => imageSentence(problem, locale),
    }),
    [sectors, facts, lang, locale],
  );
}

const IMAGE_PROBLEMS = {
  'no-image': m.canvas_files_refused,
  svg: m.canvas_image_svg,
  heic: m.canvas_image_heic,
  unreadable: m.canvas_image_unreadable,
  'too-large': m.canvas_image_too_large,
  offline: m.canvas_image_offline,
  elsewhere: m.canvas_image_elsewhere,
} as const;

/** What the server says no with has its own sentence; too large is said better of an image. */
const imageSentence = (problem: ImageProblem, locale: Locale): string =>
  problem in IMAGE_PROBLEMS
    ? IMAGE_PROBLEMS[problem as keyof typeof IMAGE_PROBLEMS]({}, { locale })
    : refusalSentence(problem as NoReason);

type OwnWords = {
  readonly sectors: ReadonlyMap<string, string>;
  readonly facts: PlanFacts;
  readonly lang: Locale;
};

function useOwnWords(plan: Y.Doc): OwnWords {
  const [words, setWords] = useState(() => ownWordsOf(plan));
  useEffect(() => {
    const about = plan.getMap('about');
    const read = () => setWords(ownWordsOf(plan));
    read();
    about.observe(read);
    return () => about.unobserve(read);
  }, [plan]);
  return words;
}

function ownWordsOf(plan: Y.Doc): OwnWords {
  const facts = readPlanFacts(plan);
  return { sectors: new Map(facts.sectors.map(({ id, name }) => [id, name])), facts, lang: facts.locale };
}
