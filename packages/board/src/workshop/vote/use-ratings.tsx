import { readMeasures, type RatingResult, type RecordId } from '@samtavla/protocol';
import { useState } from 'react';
import * as m from '../../i18n/generated/messages.js';
import { setMeasure } from '../../outline/measure-commands.ts';
import { inOneStep } from '../../outline/hand.ts';
import { handOf } from '../../outline/view/hand-of.ts';
import type { Connection } from '../../session/connection.ts';

type Props = { connection: Connection; ratings: RatingResult['ratings'] };

/** Writes what was rated on the measures among it, in one step to undo; nothing where there are none. */
export function UseRatings({ connection, ratings }: Props) {
  const [used, setUsed] = useState<number | null>(null);
  const { plan, canvas } = connection;
  const measures = [plan, canvas].flatMap(({ doc }) => readMeasures(doc));
  if (!measures.some(({ id }) => id in ratings)) return null;
  const use = () => {
    const hand = handOf(connection);
    const all = Object.entries(ratings) as [RecordId, RatingResult['ratings'][RecordId]][];
    const set = inOneStep(hand, () =>
      all.filter(([id, { effect, effort }]) => setMeasure(hand, id, { effect, effort })),
    );
    setUsed(set.length);
  };
  return (
    <>
      <button type="button" className="ds-button" data-variant="secondary" onClick={use}>
        {m.rating_use()}
      </button>
      <output>{used !== null && m.rating_used({ count: used })}</output>
    </>
  );
}
