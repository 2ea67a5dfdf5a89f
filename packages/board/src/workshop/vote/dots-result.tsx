import type { DotVote, StageCommand, VoteResult } from '@samtavla/protocol';
import * as m from '../../i18n/generated/messages.js';
import type { Connection } from '../../session/connection.ts';
import { FromTheRoom } from './from-the-room.tsx';
import { LayInOrder } from './lay-in-order.tsx';
import { ranked, tiedFirst, type Votable } from './votable.ts';
import { VotableWords } from './votable-words.tsx';
import { VoteMeasure } from './vote-measure.tsx';

export type ResultProps = {
  connection: Connection;
  items: readonly Votable[];
  lang: string;
  leads: boolean;
  command: (command: StageCommand) => void;
  onClose: () => void;
};

/** The most dots first. Facilitators add what the room said, lay the notes in this order, and begin a second round. */
export function DotsResult({
  connection,
  vote,
  result,
  items,
  lang,
  leads,
  command,
  onClose,
}: ResultProps & { vote: DotVote; result: VoteResult }) {
  const order = ranked(items, result);
  const without = items.filter(({ id }) => order.every((one) => one.id !== id));
  const tied = tiedFirst(order);
  const most = Math.max(1, ...order.map(({ dots }) => dots));
  const row = (item: Votable, dots: number) => (
    <>
      <VotableWords item={item} lang={lang} />
      <span className="vote-dots">
        <span className="vote-count">{m.vote_dots({ count: dots })}</span>
        <FromTheRoom
          record={item.id}
          count={result.added[item.id] ?? 0}
          more={m.vote_add({ text: item.text })}
          less={m.vote_add_less({ text: item.text })}
          command={leads ? command : null}
        />
      </span>
      <VoteMeasure count={dots} most={most} />
    </>
  );
  return (
    <>
      {leads && <p className="ds-paragraph vote-hint">{m.vote_add_about()}</p>}
      <ol className="vote-list">
        {order.map((item) => (
          <li key={item.id} value={item.rank} data-given>
            {row(item, item.dots)}
          </li>
        ))}
      </ol>
      {leads && without.length > 0 && (
        <details>
          <summary>{m.vote_without({ count: without.length })}</summary>
          <ul className="vote-list">
            {without.map((item) => (
              <li key={item.id}>{row(item, 0)}</li>
            ))}
          </ul>
        </details>
      )}
      {leads && (
        <div className="actions">
          {tied.length > 0 && (
            <button
              type="button"
              className="ds-button"
              onClick={() => {
                command({ type: 'vote.open', zones: vote.zones, among: tied, dots: 1, most: 1 });
                onClose();
              }}
            >
              {m.vote_again({ count: tied.length })}
            </button>
          )}
          {order.length > 0 && <LayInOrder connection={connection} order={order} />}
        </div>
      )}
    </>
  );
}
