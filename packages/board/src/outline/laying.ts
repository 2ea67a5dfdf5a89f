/** Lays notes where the canvas shows them well, and says of each in which zone it then stands. */
import { atOf, kindOf, setMeasureFields, type PlanZone, type RecordId } from '@samtavla/protocol';
import { NOTE_SIDE } from '@samtavla/templates';
import type { Held } from './hand.ts';
import type { Point } from './reading-order.ts';
import type { Survey } from './survey.ts';

/** Where notes are listed: in a theme, or in a zone (null for none) without one. */
export type Group = { readonly theme: RecordId } | { readonly zone: RecordId | null };

/** A place, relative to the zone where there is one, else to the page. */
export type Spot = { readonly zone?: PlanZone; readonly at: readonly [x: number, y: number] };

export const hasGroup = (survey: Survey, group: Group): boolean =>
  'theme' in group ? survey.hasTheme(group.theme) : group.zone === null || survey.zone(group.zone) !== null;

/** @param leaving notes that will not be where they are */
export function spotsIn(
  survey: Survey,
  group: Group,
  heights: readonly number[],
  leaving?: ReadonlySet<RecordId>,
): Spot[] {
  if ('theme' in group) return spotsAt(survey, survey.placesUnder(group.theme, heights, leaving), heights);
  const zone = survey.zone(group.zone);
  const sizes = heights.map((h) => ({ w: NOTE_SIDE, h }));
  return survey.placesIn(zone, sizes, leaving).map((point) => spotIn(zone, point));
}

/** What lies under a theme may hang over its zone's edge: as on the canvas, it stands where its middle is. */
export const spotsAt = (survey: Survey, points: readonly Point[], heights: readonly number[]): Spot[] =>
  points.map((point, place) => {
    const middle = { x: point.x + NOTE_SIDE / 2, y: point.y + (heights[place] ?? NOTE_SIDE) / 2 };
    return spotIn(survey.zoneOver(middle), point);
  });

export const spotIn = (zone: PlanZone | null, { x, y }: Point): Spot =>
  zone === null ? { at: [x, y] } : { zone, at: [x - zone.box.x, y - zone.box.y] };

/** Straight, out of whatever they lay in. Inside the caller's transaction. */
export function lay(notes: readonly Held[], spots: readonly Spot[], theme: RecordId | null): RecordId[] {
  return notes.flatMap(({ id, record }, place) => {
    const spot = spots[place];
    if (spot === undefined) return [];
    const [x, y] = spot.at;
    record.set('at', atOf([x, y, 0], { zone: spot.zone?.id ?? null }));
    if ((record.get('theme') ?? null) !== theme) record.set('theme', theme);
    // Of a measure, a zone that is a cell says more.
    if (kindOf(record) === 'measure' && spot.zone?.cell) setMeasureFields(record, spot.zone.cell);
    return [id];
  });
}
