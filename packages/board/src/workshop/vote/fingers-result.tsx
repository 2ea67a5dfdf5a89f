import { dotsOf, type FingerVote, type RecordId, type VoteResult } from '@samtavla/protocol';
import * as m from '../../i18n/generated/messages.js';
import { currentLocale } from '../../i18n/locale.ts';
import type { ResultProps } from './dots-result.tsx';
import { FINGER_COUNTS, FINGER_WORDS } from './finger-words.ts';
import { FromTheRoom } from './from-the-room.tsx';
import { meanFingers, toTenths } from './votable.ts';
import { VoteMeasure } from './vote-measure.tsx';

/** How many showed how many fingers, five first: one sees at once whether anybody is left behind. */
export function FingersResult({
  vote,
  result,
  lang,
  leads,
  command,
}: ResultProps & { vote: FingerVote; result: VoteResult }) {
  const counts = FINGER_COUNTS.map((fingers) => ({ fingers, people: dotsOf(result, String(fingers) as RecordId) }));
  const most = Math.max(1, ...counts.map(({ people }) => people));
  const mean = meanFingers(result);
  return (
    <>
      <p className="vote-question" lang={lang}>
        {vote.question}
      </p>
      {mean !== null && <p className="vote-mean">{m.fingers_mean({ mean: toTenths(mean, currentLocale()) })}</p>}
      {leads && <p className="ds-paragraph vote-hint">{m.fingers_add_about()}</p>}
      <ul className="vote-list">
        {counts.map(({ fingers, people }) => {
          const words = m.fingers_count({ count: fingers });
          return (
            <li key={fingers} data-given={people > 0}>
              <span className="vote-words">
                <strong>{words}</strong>
                <span className="vote-zone">{FINGER_WORDS[fingers]()}</span>
              </span>
              <span className="vote-dots">
                <span className="vote-count">{m.fingers_people({ count: people })}</span>
                <FromTheRoom
                  record={String(fingers) as RecordId}
                  count={result.added[String(fingers) as RecordId] ?? 0}
                  more={m.fingers_add({ fingers: words })}
                  less={m.fingers_add_less({ fingers: words })}
                  command={leads ? command : null}
                />
              </span>
              <VoteMeasure count={people} most={most} />
            </li>
          );
        })}
      </ul>
    </>
  );
}
