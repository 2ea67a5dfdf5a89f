import type { RatingResult as Result } from '@samtavla/protocol';
import * as m from '../../i18n/generated/messages.js';
import { currentLocale } from '../../i18n/locale.ts';
import type { ResultProps } from './dots-result.tsx';
import { LayInOrder } from './lay-in-order.tsx';
import { UseRatings } from './use-ratings.tsx';
import { RatingMatrix } from './rating-matrix.tsx';
import { byGain, toTenths } from './votable.ts';
import { VotableWords } from './votable-words.tsx';

/** What gives the most for the least first, and all of it in one picture. */
export function RatingResult({ connection, result, items, lang, leads }: ResultProps & { result: Result }) {
  const order = byGain(items, result);
  const tenths = (value: number) => toTenths(value, currentLocale());
  if (order.length === 0) return <p className="ds-paragraph">{m.rating_none()}</p>;
  return (
    <>
      <RatingMatrix ratings={order} />
      <ol className="vote-list">
        {order.map((item, place) => (
          <li key={item.id} value={place + 1} data-given>
            <span className="rating-number" aria-hidden>
              {place + 1}
            </span>
            <VotableWords item={item} lang={lang} />
            <span className="vote-dots">
              <span className="vote-count">
                {m.rating_means({ effect: tenths(item.effect), effort: tenths(item.effort) })}
              </span>
              <span className="vote-added">{m.rating_by({ count: item.count })}</span>
            </span>
          </li>
        ))}
      </ol>
      {leads && (
        <div className="actions">
          <LayInOrder connection={connection} order={order} />
          <UseRatings connection={connection} ratings={result.ratings} />
        </div>
      )}
    </>
  );
}
