/** What the outline's buttons do: the command, what is said of it, and where the focus goes. */
import type { NoteColour, PlanZone, RecordId } from '@samtavla/protocol';
import { colourName } from '../../i18n/colour-name.ts';
import type { MeasureNames } from '../../i18n/measure-words.ts';
import * as m from '../../i18n/generated/messages.js';
import { placesIn, type Place } from './choices.tsx';
import { addNote, colourNotes, deleteNotes, deleteTheme, holdNotes, makeTheme, moveNotes } from '../commands.ts';
import { lockRecords, unlockRecords } from '../locking.ts';
import { addMeasure, makeMeasures, measureGround } from '../measure-commands.ts';
import type { HalfWritten } from '../../session/half-written.ts';
import type { Group } from '../laying.ts';
import type { Outline } from '../outline-groups.ts';
import type { Writable } from '../../session/connection.ts';
import type { Desk } from './use-outline.tsx';

export type OutlineActions = {
  /** The language of what people write. */
  readonly lang: string;
  readonly writable: Writable;
  /** Whether one is to write in this zone now; null is outside them all. */
  readonly isOpen: (zone: RecordId | null) => boolean;
  /** Whether a new note would be taken there, on the canvas or one's own desk. */
  readonly mayWriteIn: (zone: RecordId | null) => boolean;
  readonly places: () => readonly Place[];
  readonly sectorName: (id: string | undefined) => string | null;
  /** What it got in the latest vote; 0 for nothing. */
  readonly dots: (id: RecordId) => number;
  readonly write: (text: string, group: Group) => void;
  /** What is half written in each zone, by its id; empty for none. */
  readonly begun: HalfWritten;
  readonly makeTheme: (title: string, zone: RecordId | null) => void;
  readonly move: (ids: readonly RecordId[], place: Place) => void;
  readonly colour: (ids: readonly RecordId[], colour: NoteColour) => void;
  readonly remove: (ids: readonly RecordId[]) => void;
  readonly hold: (ids: readonly RecordId[], hold: boolean) => void;
  /** Null for who may not. */
  readonly lock: ((ids: readonly RecordId[], lock: boolean) => void) | null;
  readonly removeTheme: (id: RecordId) => void;
  /** Makes measures of notes and themes, and opens the first where it has words yet to come. */
  readonly makeMeasures: (ids: readonly RecordId[]) => void;
  readonly addMeasure: (zone: RecordId | null) => void;
  /** Whether what stands in this zone may get a measure now, or become one. */
  readonly mayBeMeasured: (zone: PlanZone | null) => boolean;
  readonly openMeasure: (id: RecordId) => void;
  readonly measureNames: MeasureNames;
  readonly turn: (way: 'undo' | 'redo') => void;
  readonly edit: (id: RecordId | null) => void;
  readonly select: (id: RecordId, isSelected: boolean) => void;
};

type Means = Desk & {
  readonly lang: string;
  readonly writable: Writable;
  readonly isOpen: (zone: RecordId | null) => boolean;
  readonly begun: HalfWritten;
  readonly measureNames: MeasureNames;
  readonly openMeasure: (id: RecordId) => void;
  readonly sectors: ReadonlyMap<string, string>;
  readonly dots: ReadonlyMap<RecordId, number>;
  readonly say: (words: string) => void;
  /** What shall have the focus when it is there: a note, a theme, or null for the whole list. */
  readonly focus: (id: RecordId | null) => void;
  readonly edit: (id: RecordId | null) => void;
  readonly select: (id: RecordId, isSelected: boolean) => void;
};

export function outlineActions({
  hand,
  history,
  now,
  lang,
  writable,
  isOpen,
  begun,
  measureNames,
  openMeasure,
  sectors,
  dots,
  say,
  focus,
  ...set
}: Means): OutlineActions {
  let edited: RecordId | null = null;
  return {
    lang,
    writable,
    isOpen,
    mayWriteIn: (zone) => isOpen(zone) && (writable.canvas || (writable.desk && hand.desk?.roundIn(zone) !== null)),
    begun,
    select: set.select,
    places: () => placesIn(now()),
    sectorName: (id) => (id === undefined ? null : (sectors.get(id) ?? null)),
    dots: (id) => dots.get(id) ?? 0,
    write: (text, group) => {
      if (addNote(hand, { group, text }) !== null) say(m.outline_added());
    },
    makeTheme: (title, zone) => focus(makeTheme(hand, { zone, title })),
    move: (ids, place) => {
      const [first] = moveNotes(hand, ids, place.group);
      if (first === undefined) return;
      say(m.outline_moved({ place: place.name }));
      focus(first);
    },
    colour: (ids, colour) => {
      colourNotes(hand, ids, colour);
      say(m.outline_coloured({ colour: colourName(colour) }));
    },
    remove: (ids) => {
      const next = neighbourOf(now(), ids);
      say(m.outline_deleted({ count: deleteNotes(hand, ids).length }));
      focus(next);
    },
    hold: (ids, hold) => {
      holdNotes(hand, ids, hold);
      say(hold ? m.desk_held() : m.desk_not_held());
    },
    lock: writable.plan
      ? (ids, lock) => {
          (lock ? lockRecords : unlockRecords)(hand, ids);
          say(lock ? m.lock_done() : m.lock_undone());
          const [first] = ids;
          if (first !== undefined) focus(first);
        }
      : null,
    removeTheme: (id) => {
      if (deleteTheme(hand, id)) say(m.outline_theme_deleted());
      focus(null);
    },
    makeMeasures: (ids) => {
      const made = makeMeasures(hand, ids);
      const [first] = made;
      if (first === undefined) return;
      say(m.measure_made());
      if (ids.includes(first)) focus(first);
      else openMeasure(first);
    },
    mayBeMeasured: (zone) => writable.canvas && isOpen(measureGround(now(), zone)?.id ?? null),
    addMeasure: (zone) => {
      const made = addMeasure(hand, { group: { zone }, text: '' });
      if (made !== null) openMeasure(made);
    },
    openMeasure,
    measureNames,
    turn: (way) => {
      const can = way === 'undo' ? history.canUndo() : history.canRedo();
      if (!can) return;
      history[way]();
      say(way === 'undo' ? m.outline_undone() : m.outline_redone());
    },
    edit: (id) => {
      history.mark();
      if (id === null && edited !== null) focus(edited);
      edited = id;
      set.edit(id);
    },
  };
}

/** The note that is read after the last of these, or else before the first; null where there is none. */
function neighbourOf({ zones, loose }: Outline, ids: readonly RecordId[]): RecordId | null {
  const gone = new Set(ids);
  const groups = [...zones, loose].flatMap(({ themes, notes }) => [...themes.map((theme) => theme.notes), notes]);
  const all = groups.flat();
  const places = all.flatMap(({ id }, place) => (gone.has(id) ? [place] : []));
  const isLeft = ({ id }: { readonly id: RecordId }) => !gone.has(id);
  const after = all.slice((places.at(-1) ?? -1) + 1).find(isLeft);
  return (after ?? all.slice(0, places[0] ?? 0).findLast(isLeft))?.id ?? null;
}
