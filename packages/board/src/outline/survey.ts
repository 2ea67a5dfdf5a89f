/** Where notes and themes lie at this moment, for whoever is about to lay something beside them. Page units. */
import {
  fragmentOf,
  freePlace,
  groundOf,
  isNoteKind,
  kindOf,
  linesOf,
  measureFieldsOf,
  parentOf,
  placesUnder,
  placeOf,
  readZones,
  recordsOf,
  stringOf,
  themeHeight,
  THEME_WIDTH,
  zoneIdOf,
  zoneOver,
  zonePlace,
  type PlanZone,
  type RecordId,
  type RecordMap,
} from '@samtavla/protocol';
import { bounds, NOTE_GAP, NOTE_SIDE, ZONE_HEADING_HEIGHT, type Box } from '@samtavla/templates';
import * as Y from 'yjs';
import { findRecord, homesIn, type RecordDocs } from '../binding/find-record.ts';
import type { Point } from './reading-order.ts';
import { headingLines, measureHeight, noteHeight } from './rough-height.ts';
import { standingOf, type Bearing, type Standing } from './standing.ts';

type Lying = Standing & { readonly record: RecordMap };
type Size = Pick<Box, 'w' | 'h'>;

/** Notes without a zone are laid below all zones, in rows of so many. */
const LOOSE_ROW = 5;
const LOOSE_ROWS = 100;
const STEP = NOTE_SIDE + NOTE_GAP;

export class Survey {
  readonly #docs: RecordDocs;
  readonly #bearings = new Map<RecordId, Bearing | undefined>();
  readonly #zones: ReadonlyMap<RecordId, PlanZone>;
  readonly #themes = new Map<RecordId, Lying>();
  readonly #notes = new Map<RecordId, Lying>();
  /** The notes by what they are listed in: a theme, a zone, neither. */
  readonly #listed = new Map<RecordId | null, RecordId[]>();

  constructor(docs: RecordDocs) {
    this.#docs = docs;
    this.#zones = new Map(readZones(docs.plan).map((zone) => [zone.id, zone]));
    for (const [id, record] of this.#all()) this.#lie(id, record);
    for (const [id, note] of this.#notes) {
      const group = this.#themeOf(note) ?? note.zone;
      const list = this.#listed.get(group) ?? [];
      list.push(id);
      this.#listed.set(group, list);
    }
  }

  /** Null for none, and for one that is not there any more. */
  zone(id: RecordId | null): PlanZone | null {
    return id === null ? null : (this.#zones.get(id) ?? null);
  }

  /** The zone in which something with its middle here stands. */
  zoneOver(middle: Point): PlanZone | null {
    return zoneOver([...this.#zones.values()], middle);
  }

  hasTheme(id: RecordId): boolean {
    return this.#themes.has(id);
  }

  /** The theme, else the zone, that a note is listed in; undefined when there is no such note. */
  listOf(note: RecordId): RecordId | null | undefined {
    const lying = this.#notes.get(note);
    return lying === undefined ? undefined : (this.#themeOf(lying) ?? lying.zone);
  }

  /** Where a note or a theme stands; null for the page outside the zones, undefined for what is not there. */
  zoneUnder(id: RecordId): PlanZone | null | undefined {
    const lying = this.#notes.get(id) ?? this.#themes.get(id);
    return lying === undefined ? undefined : this.zone(lying.zone);
  }

  heightOf(note: RecordId): number {
    const lying = this.#notes.get(note);
    if (lying === undefined) return NOTE_SIDE;
    const text = textOf(lying.record);
    return measureFieldsOf(lying.record) === null ? noteHeight(text) : measureHeight(text);
  }

  /** Where new things go in a zone: where they cover no note and no theme's ground, as long as there is such a place. */
  placesIn(zone: PlanZone | null, sizes: readonly Size[], leaving: ReadonlySet<RecordId> = NOBODY): Point[] {
    const area = zone?.box ?? this.#looseGround();
    const taken = [...this.#grounds(area, leaving), ...this.#looseNotes(area, leaving)].map((box) => ({
      ...box,
      x: box.x - area.x,
      y: box.y - area.y,
    }));
    return sizes.map((size) => {
      const [x, y] = freePlace(area, taken, size);
      taken.push({ x, y, ...size });
      return { x: x + area.x, y: y + area.y };
    });
  }

  /** Where notes of these heights go under a theme's heading, below those it has; nowhere when there is no such theme. */
  placesUnder(theme: RecordId, heights: readonly number[], leaving: ReadonlySet<RecordId> = NOBODY): readonly Point[] {
    const heading = this.#heading(theme);
    return heading === null ? [] : placesUnder(heading, this.#gathered(theme, leaving), heights);
  }

  #heading(theme: RecordId): Box | null {
    const lying = this.#themes.get(theme);
    if (lying === undefined) return null;
    return { ...cornerOf(lying), w: THEME_WIDTH, h: themeHeight(headingLines(textOf(lying.record))) };
  }

  #gathered(theme: RecordId, leaving: ReadonlySet<RecordId>): Box[] {
    return this.#boxes(this.#listed.get(theme) ?? [], leaving);
  }

  #grounds(area: Box, leaving: ReadonlySet<RecordId>): Box[] {
    const reaches = (theme: RecordId, lying: Lying) =>
      isNear(lying, area) || (this.#listed.get(theme) ?? []).some((id) => isNear(this.#notes.get(id) as Lying, area));
    return [...this.#themes].flatMap(([id, lying]) => {
      const heading = reaches(id, lying) ? this.#heading(id) : null;
      return heading === null ? [] : [groundOf(heading, this.#gathered(id, leaving))];
    });
  }

  /** Whichever zone they say: one that hangs over an edge covers what is under it. */
  #looseNotes(area: Box, leaving: ReadonlySet<RecordId>): Box[] {
    const near = [...this.#notes].filter(([, lying]) => this.#themeOf(lying) === null && isNear(lying, area));
    return this.#boxes(
      near.map(([id]) => id),
      leaving,
    );
  }

  #boxes(notes: readonly RecordId[], leaving: ReadonlySet<RecordId>): Box[] {
    const staying = notes.filter((id) => !leaving.has(id));
    return staying.map((id) => ({ ...cornerOf(this.#notes.get(id) as Lying), w: NOTE_SIDE, h: this.heightOf(id) }));
  }

  #looseGround(): Box {
    const zones = bounds({ zones: [...this.#zones.values()] });
    const [x, y] = zones === null ? [0, 0] : [zones.x, zones.y + zones.h + 2 * NOTE_GAP];
    const [w, h] = [LOOSE_ROW * STEP + NOTE_GAP, LOOSE_ROWS * STEP];
    return { x, y: y - ZONE_HEADING_HEIGHT, w, h: h + ZONE_HEADING_HEIGHT };
  }

  #themeOf({ record }: Lying): RecordId | null {
    const theme = stringOf(record, 'theme') as RecordId | undefined;
    return theme !== undefined && this.#themes.has(theme) ? theme : null;
  }

  /** Every record that may count, in one walk: there are thousands. */
  *#all(): Generator<[RecordId, RecordMap]> {
    const homes = homesIn(this.#docs).map(([, doc]) => recordsOf(doc));
    for (const [at, records] of homes.entries()) {
      const winning = homes.slice(0, at);
      for (const [id, record] of records) {
        const counts = !winning.some((other) => other.get(id) instanceof Y.Map);
        if (counts && record instanceof Y.Map) yield [id as RecordId, record];
      }
    }
  }

  #lie(id: RecordId, record: RecordMap): void {
    const kind = kindOf(record);
    const place = isNoteKind(kind) || kind === 'theme' ? placeOf(record) : null;
    if (place === null) return;
    const spot = { place, zone: zoneIdOf(record), parent: parentOf(record) };
    const standing = standingOf({ get: (holder) => this.#bearing(holder) }, id, spot);
    if (standing !== null) (kind === 'theme' ? this.#themes : this.#notes).set(id, { ...standing, record });
  }

  /** What others' standing hangs on, looked at once. */
  #bearing(id: RecordId): Bearing | undefined {
    if (!this.#bearings.has(id)) this.#bearings.set(id, this.#look(id));
    return this.#bearings.get(id);
  }

  #look(id: RecordId): Bearing | undefined {
    const record = findRecord(this.#docs, id)?.record;
    if (record === undefined) return undefined;
    const origin = zonePlace(record);
    if (origin !== null) return { what: 'zone', origin, zone: this.#zones.get(id) ?? null };
    const place = placeOf(record);
    if (kindOf(record) !== 'shape' || place === null) return undefined;
    return { what: 'shape', spot: { place, zone: zoneIdOf(record), parent: parentOf(record) } };
  }
}

const NOBODY: ReadonlySet<RecordId> = new Set();

/** What is further from an area than this does not reach into it. */
const FAR = 10 * NOTE_SIDE;

const isNear = ({ point: { x, y } }: Lying, area: Box): boolean =>
  x > area.x - FAR && x < area.x + area.w + FAR && y > area.y - FAR && y < area.y + area.h + FAR;

/** A standing is told of the middle. */
const cornerOf = ({ point }: Standing): Point => ({ x: point.x - NOTE_SIDE / 2, y: point.y - NOTE_SIDE / 2 });

function textOf(record: RecordMap): string {
  const fragment = fragmentOf(record);
  return fragment === null ? '' : linesOf(fragment);
}
