import type { Vote, VoteResult } from '@samtavla/protocol';
import { MinusIcon, PlusIcon } from '@navikt/aksel-icons';
import * as m from '../i18n/generated/messages.js';
import type { Connection } from '../session/connection.ts';
import { Modal } from '../ui/modal.tsx';
import { useCommand } from './use-command.ts';
import { ranked, tiedFirst, type Votable } from './votable.ts';

type Props = {
  connection: Connection;
  vote: Vote;
  result: VoteResult;
  items: readonly Votable[];
  lang: string;
  onClose: () => void;
};

/** What a vote came to, the most dots first. Facilitators add what the room said, and begin a second round. */
export function ResultDialog({ connection, vote, result, items, lang, onClose }: Props) {
  const { command, problem } = useCommand(connection);
  const leads = connection.joined.role === 'facilitator';
  const order = ranked(items, result);
  const without = items.filter(({ id }) => order.every((one) => one.id !== id));
  const tied = tiedFirst(order);
  const most = Math.max(1, ...order.map(({ dots }) => dots));
  const row = (item: Votable, dots: number) => (
    <>
      <span className="vote-words" lang={lang}>
        {item.isTheme ? <strong>{item.text}</strong> : item.text}
        {item.zone !== null && <span className="vote-zone">{item.zone}</span>}
        {dots > 0 && <span className="vote-measure" style={{ inlineSize: `${(100 * dots) / most}%` }} aria-hidden />}
      </span>
      <span className="vote-dots">
        <span className="vote-count">{m.vote_dots({ count: dots })}</span>
        {(result.added[item.id] ?? 0) > 0 && (
          <span className="vote-added">{m.vote_added({ count: result.added[item.id] ?? 0 })}</span>
        )}
        {leads && (
          <>
            <button
              type="button"
              className="ds-button"
              data-variant="tertiary"
              data-icon="true"
              aria-label={m.vote_add_less({ text: item.text })}
              aria-disabled={(result.added[item.id] ?? 0) === 0}
              onClick={() => command({ type: 'vote.add', record: item.id, dots: -1 })}
            >
              <MinusIcon aria-hidden />
            </button>
            <button
              type="button"
              className="ds-button"
              data-variant="tertiary"
              data-icon="true"
              aria-label={m.vote_add({ text: item.text })}
              onClick={() => command({ type: 'vote.add', record: item.id, dots: 1 })}
            >
              <PlusIcon aria-hidden />
            </button>
          </>
        )}
      </span>
    </>
  );
  return (
    <Modal title={m.vote_result_title()} onClose={onClose} className="vote">
      <p className="ds-paragraph">{m.vote_over({ count: result.ballots })}</p>
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
      {leads && tied.length > 0 && (
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
      {problem !== null && <p role="alert">{problem}</p>}
    </Modal>
  );
}
