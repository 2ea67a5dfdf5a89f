import { LOCALES, ZONE_KINDS, ZONE_TINTS, type Box, type Template, type Zone } from '../template.ts';
import { GRID, roomForNotes } from '../zone-room.ts';
import type { Problems } from './problem.ts';

/** Nearer than this, two zones read as one on a projector. */
const LEAST_GAP = 40;

/** Fewer notes than this below the heading, and a zone is full before a small group has begun. */
const LEAST_NOTES = 4;

/** The heading's side margins, both together. */
const HEADING_MARGINS = 80;

/** A character of the bold 44 px title is on average 0.6 em wide; the title must stay on its one line. */
const TITLE_CHARACTER = 44 * 0.6;

/** A character of the regular 26 px question is on average 0.52 em wide; the heading has room for two lines of it. */
const QUESTION_CHARACTER = 26 * 0.52;
const QUESTION_LINES = 2;

/** Zones are of known kinds, stand clear of each other, and have room for their heading and for notes. */
export function* zoneProblems(template: Template): Problems {
  for (const [index, zone] of template.zones.entries()) {
    yield* looks(zone);
    yield* cellProblems(zone, template);
    yield* boxProblems(zone);
    yield* headingProblems(zone);
    for (const earlier of template.zones.slice(0, index)) yield* tooNear(earlier, zone);
  }
}

function* looks({ id, kind, tint }: Zone): Problems {
  if (!ZONE_KINDS.includes(kind)) yield { place: `kind of zone "${id}"`, rule: `is not known: "${kind}"` };
  if (!ZONE_TINTS.includes(tint)) yield { place: `tint of zone "${id}"`, rule: `is not known: "${tint}"` };
}

function* cellProblems({ id, cell }: Zone, { levels, domains }: Template): Problems {
  if (cell === undefined) return;
  const place = `cell of zone "${id}"`;
  if (!levels.some((level) => level.id === cell.level)) yield { place, rule: `has no level "${cell.level}"` };
  if (!domains.some((domain) => domain.id === cell.domain)) yield { place, rule: `has no domain "${cell.domain}"` };
}

function* boxProblems({ id, box }: Zone): Problems {
  const place = `box of zone "${id}"`;
  const numbers = [box.x, box.y, box.w, box.h];
  if (!numbers.every((number) => Number.isFinite(number))) yield { place, rule: 'must be four finite numbers' };
  if (box.w <= 0 || box.h <= 0) yield { place, rule: 'must have a positive width and height' };
  if (numbers.some((number) => number % GRID !== 0)) yield { place, rule: `must stand on the grid of ${GRID}` };
  const { columns, rows } = roomForNotes(box);
  if (columns * rows < LEAST_NOTES) {
    yield { place, rule: `must have room for ${LEAST_NOTES} notes below the heading, but has for ${columns * rows}` };
  }
}

function* headingProblems({ id, title, question, box }: Zone): Problems {
  const line = box.w - HEADING_MARGINS;
  const titleLimit = Math.floor(line / TITLE_CHARACTER);
  const questionLimit = Math.floor((line * QUESTION_LINES) / QUESTION_CHARACTER);
  for (const locale of LOCALES) {
    yield* tooLong(`title of zone "${id}" in ${locale}`, title[locale], titleLimit);
    yield* tooLong(`question of zone "${id}" in ${locale}`, question[locale], questionLimit);
  }
}

function* tooLong(place: string, text: string, limit: number): Problems {
  if (text.length <= limit) return;
  yield { place, rule: `must be at most ${limit} characters to fit the zone's width, but is ${text.length}` };
}

function* tooNear(one: Zone, other: Zone): Problems {
  if (distance(one.box, other.box) >= LEAST_GAP) return;
  yield { place: `zones "${one.id}" and "${other.id}"`, rule: `must stand at least ${LEAST_GAP} apart` };
}

/** The wider of the two gaps, across and down; negative when the boxes overlap. */
function distance(one: Box, other: Box): number {
  const across = Math.max(other.x - (one.x + one.w), one.x - (other.x + other.w));
  const down = Math.max(other.y - (one.y + one.h), one.y - (other.y + other.h));
  return Math.max(across, down);
}
