import { inZoneOrder, type PlanZone, type RecordId } from '@samtavla/protocol';
import { equal } from '../binding/equal.ts';
import { HangingOn } from './hanging-on.ts';
import { byPlace, NOTE_ORDERS } from './note-orders.ts';
import type { NoteOrder, Outline, OutlineChange, OutlineNote, OutlineTheme, OutlineZone } from './outline-groups.ts';
import { OrderedLists } from './ordered-lists.ts';
import type { Reading } from './reading.ts';
import { ShapeTally } from './shape-tally.ts';
import { isShownAt, standingOf } from './standing.ts';

type ZoneKey = RecordId | null;

/** Where a note or a theme is listed. */
export type Listing = { readonly zone: ZoneKey; readonly theme: RecordId | null };

const EMPTY = { themes: [], notes: [], shapes: { drawings: 0, images: 0, others: 0 } } as const;

/**
 * An outline that is told which records have changed. It reads those and no others, puts them and what hangs on them where they
 * belong now, and makes anew the lists that this touches: everything else is the same object as before.
 */
export class OutlineKeeper {
  readonly #read: (id: RecordId) => Reading | 'skipped' | null;
  readonly #readings = new Map<RecordId, Reading>();
  readonly #skipped = new Set<RecordId>();
  readonly #hanging = new HangingOn();
  /** By the theme that gathers them, else by the zone. */
  readonly #notes: OrderedLists<ZoneKey, OutlineNote>;
  readonly #themes = new OrderedLists<ZoneKey, OutlineTheme>(byPlace);
  readonly #shownThemes = new Map<RecordId, OutlineTheme>();
  readonly #shapes = new ShapeTally();
  readonly #zones = new Map<RecordId, OutlineZone & { readonly zone: PlanZone }>();
  #now: Outline = { zones: [], loose: { zone: null, ...EMPTY }, skipped: 0 };

  constructor(read: (id: RecordId) => Reading | 'skipped' | null, order: NoteOrder) {
    this.#read = read;
    this.#notes = new OrderedLists(NOTE_ORDERS[order]);
  }

  get now(): Outline {
    return this.#now;
  }

  /** Reads these records anew. Null when the outline is what it was. */
  take(changed: ReadonlySet<RecordId>): OutlineChange | null {
    const bearing = [...changed].filter((id) => this.#readAnew(id));
    const touched = new Set([...changed, ...this.#hanging.of(bearing)]);
    for (const id of touched) this.#place(id);
    return this.#regroup(touched);
  }

  listingOf(id: RecordId): Listing | null {
    if (this.#shownThemes.has(id)) return { zone: this.#themes.keyOf(id) ?? null, theme: null };
    const group = this.#notes.keyOf(id);
    if (group === undefined) return null;
    const isTheme = group !== null && this.#shownThemes.has(group);
    return isTheme ? { zone: this.#themes.keyOf(group) ?? null, theme: group } : { zone: group, theme: null };
  }

  /** Whether what hangs on it has to follow. */
  #readAnew(id: RecordId): boolean {
    const before = this.#readings.get(id);
    const read = this.#read(id);
    if (read === null || read === 'skipped') this.#readings.delete(id);
    else this.#readings.set(id, read);
    if (read === 'skipped') this.#skipped.add(id);
    else this.#skipped.delete(id);
    this.#hanging.put(id, holdersIn(this.#readings.get(id)));
    return !equal(bearingOf(before), bearingOf(this.#readings.get(id)));
  }

  #place(id: RecordId): void {
    const reading = this.#readings.get(id);
    const spot = reading !== undefined && 'spot' in reading ? reading.spot : null;
    const standing = spot === null ? null : standingOf(this.#readings, id, spot);
    const isUnshown = reading?.what === 'zone' ? reading.zone === null && !reading.isGone : spot !== null && !standing;
    if (isUnshown) this.#skipped.add(id);
    else if (reading !== undefined) this.#skipped.delete(id);

    if (reading?.what === 'note' && standing !== null) {
      const group = this.#isThemeShown(reading.theme) ? reading.theme : standing.zone;
      const note = this.#sameNote(id, reading.note);
      this.#notes.put(id, group, { item: note, point: standing.point, madeAt: note.createdAt });
    } else this.#notes.remove(id);
    const sort = reading?.what === 'shape' ? reading.counts : null;
    this.#shapes.put(id, sort === null || standing === null ? null : { zone: standing.zone, sort });
  }

  #isThemeShown(theme: RecordId | null): boolean {
    const reading = theme === null ? undefined : this.#readings.get(theme);
    return reading?.what === 'theme' && isShownAt(this.#readings, reading.spot);
  }

  #sameNote(id: RecordId, next: OutlineNote): OutlineNote {
    const before = this.#notes.get(id);
    return before !== undefined && isSame(before, next) ? before : next;
  }

  #regroup(touched: ReadonlySet<RecordId>): OutlineChange | null {
    const groups = new Set<ZoneKey>([...touched, ...this.#notes.takeTouched()]);
    const themes = new Set([...groups].filter((id) => id !== null).filter((id) => this.#regroupTheme(id)));
    for (const zone of this.#themes.takeTouched()) groups.add(zone);
    for (const zone of this.#shapes.takeTouched()) groups.add(zone);
    const loose = groups.has(null) ? this.#zoneAt(null, this.#now.loose) : this.#now.loose;
    const zones = new Set<ZoneKey>([...groups].filter((id) => id !== null).filter((id) => this.#regroupZone(id)));
    if (loose !== this.#now.loose) zones.add(null);
    const skipped = this.#skipped.size;
    if (zones.size === 0 && skipped === this.#now.skipped) return null;
    this.#now = {
      zones: zones.size === 0 ? this.#now.zones : this.#zonesInOrder(),
      loose,
      skipped,
    };
    return { zones, themes };
  }

  /** Whether it is another than before. */
  #regroupTheme(id: RecordId): boolean {
    const before = this.#shownThemes.get(id);
    const reading = this.#readings.get(id);
    const standing = reading?.what === 'theme' ? standingOf(this.#readings, id, reading.spot) : null;
    if (reading?.what !== 'theme' || standing === null) {
      this.#themes.remove(id);
      return this.#shownThemes.delete(id);
    }
    const next = { ...reading.theme, notes: this.#notes.of(id) };
    const theme = before !== undefined && isSame(before, next) ? before : next;
    this.#shownThemes.set(id, theme);
    this.#themes.put(id, standing.zone, { item: theme, point: standing.point, madeAt: null });
    return theme !== before;
  }

  #regroupZone(id: RecordId): boolean {
    const reading = this.#readings.get(id);
    const before = this.#zones.get(id);
    if (reading?.what !== 'zone' || reading.zone === null) return this.#zones.delete(id);
    const zone = this.#zoneAt(reading.zone, before);
    this.#zones.set(id, zone);
    return zone !== before;
  }

  #zoneAt<Zone extends PlanZone | null>(
    zone: Zone,
    before: (OutlineZone & { readonly zone: Zone }) | undefined,
  ): OutlineZone & { readonly zone: Zone } {
    const key = zone?.id ?? null;
    const next = { zone, themes: this.#themes.of(key), notes: this.#notes.of(key), shapes: this.#shapes.of(key) };
    return before !== undefined && isSame(before, next) ? before : next;
  }

  #zonesInOrder(): readonly OutlineZone[] {
    const zones = [...this.#zones.values()].toSorted((a, b) => inZoneOrder(a.zone, b.zone));
    const { zones: before } = this.#now;
    return zones.length === before.length && zones.every((zone, place) => zone === before[place]) ? before : zones;
  }
}

const holdersIn = (reading: Reading | undefined): RecordId[] =>
  reading === undefined || !('spot' in reading)
    ? []
    : [reading.spot.zone, reading.spot.parent, reading.what === 'note' ? reading.theme : null].filter(
        (holder) => holder !== null,
      );

/** What others' standing hangs on. */
function bearingOf(reading: Reading | undefined): unknown {
  if (reading?.what === 'zone') return [reading.origin, reading.zone === null];
  return reading?.what === 'shape' || reading?.what === 'theme' ? [reading.what, reading.spot] : null;
}

/** Texts, notes and themes are compared as the objects that they are; all else by what it says. */
function isSame<T extends object>(before: T, next: T): boolean {
  const [a, b] = [before, next] as [Record<string, unknown>, Record<string, unknown>];
  return Object.keys(b).every((key) => a[key] === b[key] || (!IDENTICAL.has(key) && equal(a[key], b[key])));
}

const IDENTICAL = new Set(['fragment', 'notes', 'themes']);
