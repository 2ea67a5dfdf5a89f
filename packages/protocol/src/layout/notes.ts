/** Notes in `canvas` and on desks, read and written without the canvas: by the phone, the server, a script. */
import type * as Y from 'yjs';
import { NOTE_SIDE, type Box } from '@samtavla/templates';
import type { Perspective } from '../http.ts';
import { newRecordId, now, type Millis, type ParticipantId, type RecordId } from '../ids.ts';
import { indexAt } from './drawing-order.ts';
import { freePlace } from './free-place.ts';
import type { PlanZone } from './plan.ts';
import { addRecord, atOf, placeOf, recordsOfKind, stringOf, zoneIdOf, type RecordMap } from './records.ts';
import { fragmentOf, fragmentOfLines, linesOf } from './text.ts';

/** The colours of a note, by choice; never the only carrier of a meaning. */
export const NOTE_COLOURS = ['yellow', 'orange', 'pink', 'violet', 'blue', 'green', 'grey'] as const;
export type NoteColour = (typeof NOTE_COLOURS)[number];

/** Who wrote it, with the name they went by; not stored on an anonymous board. */
export type Author = { readonly id: ParticipantId; readonly name: string };

export type Note = {
  readonly id: RecordId;
  readonly text: string;
  readonly zone: RecordId | null;
  /** The theme that gathers it; it may be gone meanwhile. */
  readonly theme: RecordId | null;
  /** Relative to its zone, else to the page. */
  readonly at: readonly [x: number, y: number];
  readonly colour: NoteColour;
  readonly author: Author | null;
  readonly perspective: Perspective;
  readonly createdAt: Millis | null;
  /** The notes and themes that it answers; they may be gone. Each is a key of its own, so that several may be linked at once. */
  readonly answers: readonly RecordId[];
  /** The id of a value area of the board's; it may be gone from there. */
  readonly value: string | null;
};

export type NewNote = {
  readonly text: string;
  readonly zone?: PlanZone;
  /** Relative to its zone, else to the page; without it, the first free place. */
  readonly at?: readonly [x: number, y: number];
  readonly theme?: RecordId;
  readonly colour?: NoteColour;
  readonly author?: Author | null;
  readonly perspective?: Perspective;
  readonly answers?: readonly RecordId[];
  readonly value?: string;
  /** On a desk: the round it is written in. */
  readonly round?: string | null;
};

/** Where notes without a zone are put, from the page's origin. */
export const LOOSE_GROUND = { w: 5 * NOTE_SIDE, h: 100 * NOTE_SIDE };

/** What is written on by itself: a measure is a note with fields. */
export const NOTE_KINDS = ['note', 'measure'] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];

export const isNoteKind = (kind: unknown): kind is NoteKind => kind === 'note' || kind === 'measure';

/** Adds a note, in one transaction. */
export const addNote = (doc: Y.Doc, note: NewNote): RecordId => addOfKind(doc, 'note', note);

/** Adds a note of a kind, with keys of its own beside those that all have. */
export function addOfKind(
  doc: Y.Doc,
  kind: NoteKind,
  note: NewNote,
  keys: Readonly<Record<string, unknown>> = {},
): RecordId {
  const id = newRecordId();
  const createdAt = now();
  doc.transact(() => {
    const [x, y] = note.at ?? freePlace(note.zone?.box ?? LOOSE_GROUND, boxesIn(doc, note.zone?.id ?? null));
    addRecord(doc, id, {
      ...keys,
      kind,
      at: atOf([x, y, 0], { zone: note.zone?.id ?? null }),
      index: indexAt(createdAt),
      theme: note.theme,
      colour: note.colour ?? 'yellow',
      author: note.author ?? undefined,
      perspective: note.perspective,
      createdAt,
      round: note.round ?? undefined,
      value: note.value,
      ...answerKeys(note.answers ?? []),
      text: fragmentOfLines(note.text),
    });
  });
  return id;
}

/** Where the notes of a zone stand, relative to it. Heights are a client's own measure; here each is as high as an empty one. */
function boxesIn(doc: Y.Doc, zone: RecordId | null): Box[] {
  const boxes: Box[] = [];
  for (const kind of NOTE_KINDS)
    for (const [, record] of recordsOfKind(doc, kind)) {
      const at = placeOf(record);
      if (at !== null && zoneIdOf(record) === zone) boxes.push({ x: at[0], y: at[1], w: NOTE_SIDE, h: NOTE_SIDE });
    }
  return boxes;
}

/** The note in a record, of a measure what it has of one; null when it is none or has no place. */
export function noteOf(id: RecordId, record: RecordMap): Note | null {
  const at = placeOf(record);
  if (!isNoteKind(record.get('kind')) || at === null) return null;
  const text = fragmentOf(record);
  const createdAt = record.get('createdAt');
  return {
    id,
    text: text === null ? '' : linesOf(text),
    zone: zoneIdOf(record),
    theme: (stringOf(record, 'theme') as RecordId | undefined) ?? null,
    at: [at[0], at[1]],
    colour: NOTE_COLOURS.find((colour) => colour === record.get('colour')) ?? 'yellow',
    author: authorOf(record.get('author')),
    perspective: perspectiveOf(record.get('perspective')),
    createdAt: Number.isFinite(createdAt) ? (createdAt as Millis) : null,
    answers: answersOf(record),
    value: stringOf(record, 'value') ?? null,
  };
}

const ANSWERS = 'answers.';

/** In the same order on every screen. */
export function answersOf(record: RecordMap): RecordId[] {
  const answers: RecordId[] = [];
  for (const [key, value] of record)
    if (key.startsWith(ANSWERS) && value === true) answers.push(key.slice(ANSWERS.length) as RecordId);
  return answers.toSorted();
}

/** Says that a note answers another, or a theme, or no longer does. Inside the caller's transaction. */
export function linkAnswer(record: RecordMap, answered: RecordId, isAnswered: boolean): void {
  if ((record.get(ANSWERS + answered) === true) !== isAnswered) record.set(ANSWERS + answered, isAnswered || null);
}

/** The keys of a record that is made with answers. */
export const answerKeys = (answers: readonly RecordId[]): Readonly<Record<string, true>> =>
  Object.fromEntries(answers.map((id) => [ANSWERS + id, true]));

/** All readable notes, measures aside, in no particular order. */
export function readNotes(doc: Y.Doc): Note[] {
  const notes: Note[] = [];
  for (const [id, record] of recordsOfKind(doc, 'note')) {
    const note = noteOf(id, record);
    if (note !== null) notes.push(note);
  }
  return notes;
}

export function authorOf(value: unknown): Author | null {
  if (typeof value !== 'object' || value === null) return null;
  const { id, name } = value as Record<string, unknown>;
  return typeof id === 'string' && typeof name === 'string' ? { id: id as ParticipantId, name } : null;
}

export function perspectiveOf(value: unknown): Perspective {
  if (typeof value !== 'object' || value === null) return {};
  const { sector, level } = value as Record<string, unknown>;
  return { ...(typeof sector === 'string' && { sector }), ...(typeof level === 'string' && { level }) };
}
