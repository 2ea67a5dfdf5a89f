import { SCALE, type MeasureFields } from '@samtavla/protocol';
import * as m from '../i18n/generated/messages.js';
import { MeasureButton } from './measure-button.tsx';
import { WeightField } from './measure-choice.tsx';
import type { ListedMeasure } from './measure-list.ts';
import type { MeasuresShown } from './measures-shown.ts';

const [SIDE, EDGE] = [480, 30];
const STEP = (SIDE - 2 * EDGE) / (SCALE.most - SCALE.least);

type Weighed = ListedMeasure & { readonly measure: Record<'effect' | 'effort', number> };

/** Effect upwards, effort to the right; below, the same in words, where it can be changed. */
export function WeighedMeasures({ measures, facts, open, set, onMeasure }: MeasuresShown) {
  const weighed = measures
    .filter((one): one is Weighed => one.measure.effect !== null && one.measure.effort !== null)
    .toSorted((a, b) => gain(b) - gain(a) || b.measure.effect - a.measure.effect);
  const left = measures.filter((one) => !weighed.some(({ id }) => id === one.id));
  if (measures.length === 0) return null;
  const row = (one: ListedMeasure) => (
    <>
      <MeasureButton one={one} lang={facts.locale} onMeasure={onMeasure} />
      {open.writable[one.document] && <Weights one={one} onChange={(values) => set(one.id, values)} />}
    </>
  );
  return (
    <div className="weighed" data-size="sm">
      {weighed.length > 0 && (
        <>
          <Picture weighed={weighed} />
          <ol className="weighed-list">
            {weighed.map((one, place) => (
              <li key={one.id}>
                <span className="weighed-number" aria-hidden>
                  {place + 1}
                </span>
                {row(one)}
              </li>
            ))}
          </ol>
        </>
      )}
      {left.length > 0 && (
        <>
          <h3 className="ds-heading" data-size="2xs">
            {m.measures_unweighed()}
          </h3>
          <ul className="weighed-list">
            {left.map((one) => (
              <li key={one.id}>{row(one)}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

/** What gives the most for the least comes first. */
const gain = ({ measure: { effect, effort } }: Weighed): number => effect - effort;

function Weights({ one, onChange }: { one: ListedMeasure; onChange: (values: Partial<MeasureFields>) => void }) {
  const text = one.text.trim() || m.measure_empty();
  const given = { measure: one.measure, onChange };
  return (
    <span className="weights">
      <label>
        <span>{m.rating_effect()}</span>
        <WeightField of="effect" label={`${m.rating_effect()}: ${text}`} {...given} />
      </label>
      <label>
        <span>{m.rating_effort()}</span>
        <WeightField of="effort" label={`${m.rating_effort()}: ${text}`} {...given} />
      </label>
    </span>
  );
}

function Picture({ weighed }: { weighed: readonly Weighed[] }) {
  return (
    <figure className="weighed-picture" aria-hidden>
      <span>{m.rating_quick()}</span>
      <span>{m.rating_big()}</span>
      <svg viewBox={`0 0 ${SIDE} ${SIDE}`}>
        <rect width={SIDE} height={SIDE} rx="8" />
        <path d={`M${SIDE / 2} 0V${SIDE}M0 ${SIDE / 2}H${SIDE}`} />
        {[...bySpot(weighed)].map(([spot, numbers]) => {
          const words = numbers.join(', ');
          const width = Math.max(34, 16 + 9 * words.length);
          return (
            <g key={spot} transform={`translate(${spot})`}>
              <rect className="weighed-spot" x={-width / 2} y="-17" width={width} height="34" rx="17" />
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

/** What weighs alike shares a spot. */
function bySpot(weighed: readonly Weighed[]): ReadonlyMap<string, readonly number[]> {
  const spots = new Map<string, number[]>();
  for (const [place, { measure }] of weighed.entries()) {
    const x = Math.round(EDGE + (measure.effort - SCALE.least) * STEP);
    const y = Math.round(SIDE - EDGE - (measure.effect - SCALE.least) * STEP);
    spots.set(`${x} ${y}`, [...(spots.get(`${x} ${y}`) ?? []), place + 1]);
  }
  return spots;
}
