import { SCALE, type Rating } from '@samtavla/protocol';
import * as m from '../../i18n/generated/messages.js';

const [SIDE, EDGE] = [320, 22];
const STEP = (SIDE - 2 * EDGE) / (SCALE.most - SCALE.least);

/** Effect upwards, effort to the right; each by its number in the list below, which says the same in words. */
export function RatingMatrix({ ratings }: { ratings: readonly Rating[] }) {
  return (
    <figure className="rating-matrix" aria-hidden>
      <span>{m.rating_quick()}</span>
      <span>{m.rating_big()}</span>
      <svg viewBox={`0 0 ${SIDE} ${SIDE}`}>
        <rect width={SIDE} height={SIDE} rx="6" />
        <path d={`M${SIDE / 2} 0V${SIDE}M0 ${SIDE / 2}H${SIDE}`} />
        {[...numbersBySpot(ratings)].map(([spot, numbers]) => {
          const words = numbers.join(', ');
          const width = Math.max(28, 14 + 7.5 * words.length);
          return (
            <g key={spot} transform={`translate(${spot})`}>
              <rect className="rating-spot" x={-width / 2} y="-14" width={width} height="28" rx="14" />
              <text dy="0.36em">{words}</text>
            </g>
          );
        })}
      </svg>
      <span>{m.rating_small()}</span>
      <span>{m.rating_costly()}</span>
    </figure>
  );
}

/** What was rated alike shares a spot. */
function numbersBySpot(ratings: readonly Rating[]): ReadonlyMap<string, readonly number[]> {
  const spots = new Map<string, number[]>();
  for (const [place, { effect, effort }] of ratings.entries()) {
    const x = Math.round(EDGE + (effort - SCALE.least) * STEP);
    const y = Math.round(SIDE - EDGE - (effect - SCALE.least) * STEP);
    const spot = `${x} ${y}`;
    spots.set(spot, [...(spots.get(spot) ?? []), place + 1]);
  }
  return spots;
}
