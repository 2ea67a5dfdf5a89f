import { NOTE_COLOURS, readPlanFacts, type NoteColour } from '@samtavla/protocol';
import type { Locale } from '@samtavla/templates';
import { useEffect, useMemo, useState } from 'react';
import type * as Y from 'yjs';
import * as m from '../i18n/generated/messages.js';
import type { Words } from './board-words.ts';

const COLOUR_NAMES: Readonly<Record<NoteColour, typeof m.colour_yellow>> = {
  yellow: m.colour_yellow,
  orange: m.colour_orange,
  pink: m.colour_pink,
  violet: m.colour_violet,
  blue: m.colour_blue,
  green: m.colour_green,
  grey: m.colour_grey,
};

const colourNames = (locale: Locale): Words['colours'] => {
  const names: Partial<Record<NoteColour, string>> = {};
  for (const colour of NOTE_COLOURS) names[colour] = COLOUR_NAMES[colour]({}, { locale });
  return names as Words['colours'];
};

/** The words of the shapes: the board's own lists as they are now, the rest in the person's language. */
export function useBoardWords(plan: Y.Doc, locale: Locale): Words {
  const sectors = useSectors(plan);
  return useMemo(
    () => ({
      sectorName: (id) => (id === undefined ? null : (sectors.get(id) ?? null)),
      writeNoteIn: (zone) => m.canvas_write_note_in({ zone }, { locale }),
      writeNote: m.canvas_write_note({}, { locale }),
      zoneTitle: m.canvas_zone_title({}, { locale }),
      zoneQuestion: m.canvas_zone_question({}, { locale }),
      newZone: m.canvas_new_zone({}, { locale }),
      arrangeHint: m.canvas_arrange_hint({}, { locale }),
      noteColour: m.canvas_note_colour({}, { locale }),
      colours: colourNames(locale),
      filesRefused: m.canvas_files_refused({}, { locale }),
    }),
    [sectors, locale],
  );
}

function useSectors(plan: Y.Doc): ReadonlyMap<string, string> {
  const [sectors, setSectors] = useState(() => sectorsOf(plan));
  useEffect(() => {
    const about = plan.getMap('about');
    const read = () => setSectors(sectorsOf(plan));
    read();
    about.observe(read);
    return () => about.unobserve(read);
  }, [plan]);
  return sectors;
}

const sectorsOf = (plan: Y.Doc) => new Map(readPlanFacts(plan).sectors.map(({ id, name }) => [id, name]));
