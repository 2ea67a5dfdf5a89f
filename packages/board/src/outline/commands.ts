/**
 * What people do in the outline. Each command is one step to undo, and writes what the canvas would have written. What may not be
 * written, is gone meanwhile or is so already is left as it is, and is not among what a command answers with.
 */
import {
  addNote as addNoteRecord,
  addTheme,
  fragmentOf,
  fragmentOfLines,
  holdBack,
  NOTE_KINDS,
  placesUnder,
  recordsOf,
  recordsOfKind,
  richTextOfLines,
  themeHeight,
  THEME_WIDTH,
  type NoteColour,
  type RecordId,
} from '@samtavla/protocol';
import { NOTE_SIDE } from '@samtavla/templates';
import { findRecord } from '../binding/find-record.ts';
import { isShowableText } from '../binding/showable.ts';
import { readOutline } from './follow-outline.ts';
import { docsOf, inOneStep, writable, type Hand, type Held } from './hand.ts';
import type { OutlineNote } from './outline-groups.ts';
import { hasGroup, lay, spotIn, spotsAt, spotsIn, type Group } from './laying.ts';
import { headingLines, noteHeight } from './rough-height.ts';
import { Survey } from './survey.ts';
import { writeLine } from './write-line.ts';

type NewNote = { readonly group: Group; readonly text: string; readonly colour?: NoteColour };

/** Where the group is gone meanwhile the note is kept, in no zone. Null where nothing may be made, and for a text that no canvas bears. */
export function addNote(hand: Hand, { group, text, colour = 'yellow' }: NewNote): RecordId | null {
  const { canvas, desk, author, perspective } = hand;
  if (!isBearable(text)) return null;
  const survey = surveyOf(hand);
  const there: Group = hasGroup(survey, group) ? group : { zone: null };
  const [spot] = spotsIn(survey, there, [noteHeight(text)]);
  const round = desk?.roundIn(spot?.zone?.id ?? null) ?? null;
  const home = round === null ? canvas : desk;
  if (home?.writable !== true) return null;
  const theme = 'theme' in there ? { theme: there.theme } : {};
  const note = { text, colour, author, perspective, round, ...theme, ...spot };
  return inOneStep(hand, () => addNoteRecord(home.doc, note));
}

/** Holds notes of one's desk back when their round is revealed, or no longer. */
export function holdNotes(hand: Hand, ids: Iterable<RecordId>, hold: boolean): void {
  const { desk } = hand;
  if (!desk) return;
  inOneStep(hand, () => {
    for (const id of ids) {
      const found = findRecord(docsOf(hand), id);
      if (found?.home === 'desk') holdBack(found.record, hold);
    }
  });
}

/**
 * Lays notes in this order where each is listed, those of the same list that are not named after them as they lay. What is locked stays
 * where it is.
 */
export function layInOrder(hand: Hand, order: readonly RecordId[]): void {
  const rank = new Map(order.map((id, place) => [id, place]));
  const survey = surveyOf(hand);
  const { zones, loose } = readOutline(docsOf(hand));
  const lists = [...zones, loose].flatMap(
    ({ zone, themes, notes }): { group: Group; notes: readonly OutlineNote[] }[] => [
      { group: { zone: zone?.id ?? null }, notes },
      ...themes.map((theme) => ({ group: { theme: theme.id }, notes: theme.notes })),
    ],
  );
  const rankOf = ({ id }: OutlineNote) => rank.get(id) ?? order.length;
  inOneStep(hand, () => {
    for (const { group, notes } of lists) {
      if (!notes.some(({ id }) => rank.has(id))) continue;
      const moving = writable(
        hand,
        notes
          .filter(({ document }) => document === 'canvas')
          .toSorted((a, b) => rankOf(a) - rankOf(b))
          .map(({ id }) => id),
        NOTE_KINDS,
      );
      const heights = moving.map(({ id }) => survey.heightOf(id));
      lay(moving, spotsIn(survey, group, heights, idsOf(moving)), 'theme' in group ? group.theme : null);
    }
  });
}

/** Each gets a place of its own, in the order given. Answers with those that were moved. */
export function moveNotes(hand: Hand, ids: Iterable<RecordId>, group: Group): RecordId[] {
  const survey = surveyOf(hand);
  if (!hasGroup(survey, group)) return [];
  const [theme, list] = 'theme' in group ? [group.theme, group.theme] : [null, group.zone];
  const moving = writable(hand, ids, NOTE_KINDS).filter(({ id }) => ![undefined, list].includes(survey.listOf(id)));
  const heights = moving.map(({ id }) => survey.heightOf(id));
  const spots = spotsIn(survey, group, heights, idsOf(moving));
  return inOneStep(hand, () => lay(moving, spots, theme));
}

type NewTheme = { readonly zone: RecordId | null; readonly title: string; readonly notes?: Iterable<RecordId> };

/** A theme in this zone, with these notes in it, wherever they were. Null where nothing may be made. */
export function makeTheme(hand: Hand, { zone: zoneId, title, notes = [] }: NewTheme): RecordId | null {
  const line = oneLine(title);
  if (!hand.canvas.writable || !isBearable(line)) return null;
  const survey = surveyOf(hand);
  const moving = writable(hand, notes, NOTE_KINDS).filter(({ id }) => survey.listOf(id) !== undefined);
  const heights = moving.map(({ id }) => survey.heightOf(id));
  const heading = { w: THEME_WIDTH, h: themeHeight(headingLines(line)) };
  const zone = survey.zone(zoneId);
  const [point = { x: 0, y: 0 }] = survey.placesIn(zone, [withRoom(heading, heights)], idsOf(moving));
  const spots = spotsAt(survey, placesUnder({ ...point, ...heading }, [], heights), heights);
  return inOneStep(hand, () => {
    const theme = addTheme(hand.canvas.doc, { title: line, ...spotIn(zone, point) });
    lay(moving, spots, theme);
    return theme;
  });
}

/** False where it is called so already, or may not be called so. */
export function nameTheme(hand: Hand, id: RecordId, title: string): boolean {
  const line = oneLine(title);
  const [theme] = writable(hand, [id], ['theme']);
  if (theme === undefined || !isBearable(line)) return false;
  return inOneStep(hand, () => {
    const fragment = fragmentOf(theme.record);
    if (fragment !== null) return writeLine(fragment, line);
    theme.record.set('text', fragmentOfLines(line));
    return true;
  });
}

/** Answers with those that had another colour. */
export function colourNotes(hand: Hand, ids: Iterable<RecordId>, colour: NoteColour): RecordId[] {
  const others = writable(hand, ids, NOTE_KINDS).filter(({ record }) => record.get('colour') !== colour);
  inOneStep(hand, () => {
    for (const { record } of others) record.set('colour', colour);
  });
  return others.map(({ id }) => id);
}

/** With what ties arrows to them, as the canvas does it; the arrows stay. Answers with the notes that were there. */
export const deleteNotes = (hand: Hand, ids: Iterable<RecordId>): RecordId[] =>
  deleteRecords(hand, writable(hand, ids, NOTE_KINDS));

/** The notes that it gathered stay where they are. False where it is gone already, or may not be deleted. */
export const deleteTheme = (hand: Hand, id: RecordId): boolean =>
  deleteRecords(hand, writable(hand, [id], ['theme'])).length > 0;

function deleteRecords(hand: Hand, records: readonly Held[]): RecordId[] {
  const gone: ReadonlySet<unknown> = idsOf(records);
  const ties = [hand.plan, hand.canvas]
    .filter((document) => document.writable)
    .flatMap(({ doc }) => [...recordsOfKind(doc, 'binding')].map(([id, record]) => ({ doc, id, record })))
    .filter(({ record }) => gone.has(record.get('from')) || gone.has(record.get('to')));
  inOneStep(hand, () => {
    for (const { doc, id } of [...records, ...ties]) recordsOf(doc).delete(id);
  });
  return records.map(({ id }) => id);
}

const surveyOf = (hand: Hand): Survey => new Survey(docsOf(hand));

const idsOf = (notes: readonly { readonly id: RecordId }[]): ReadonlySet<RecordId> =>
  new Set(notes.map(({ id }) => id));

const isBearable = (text: string): boolean => isShowableText(richTextOfLines(text));

/** A theme's name is a line. */
const oneLine = (title: string): string => title.replaceAll(/\s+/g, ' ').trim();

/** What a theme takes up with notes of these heights; with none yet, there is room for one. */
function withRoom(heading: { readonly w: number; readonly h: number }, heights: readonly number[]) {
  const laid = heights.length === 0 ? [NOTE_SIDE] : heights;
  const places = placesUnder({ x: 0, y: 0, ...heading }, [], laid);
  return { w: heading.w, h: Math.max(...places.map(({ y }, place) => y + (laid[place] ?? NOTE_SIDE))) };
}
