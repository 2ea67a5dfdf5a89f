import type { Vote } from '@samtavla/protocol';
import * as m from '../../i18n/generated/messages.js';
import type { Connection } from '../../session/connection.ts';
import { Modal } from '../../ui/modal.tsx';
import { useCommand } from '../use-command.ts';
import { DotsResult } from './dots-result.tsx';
import { FingersResult } from './fingers-result.tsx';
import { RatingResult } from './rating-result.tsx';
import { useVotable } from './use-votable.ts';

type Props = { connection: Connection; vote: Vote; lang: string; onClose: () => void };

/** What a vote came to. Facilitators add what the room said. */
export function ResultDialog({ connection, vote, lang, onClose }: Props) {
  const items = useVotable(connection, vote);
  const { command, problem } = useCommand(connection);
  const leads = connection.joined.role === 'facilitator';
  const given = { connection, items, lang, leads, command, onClose };
  return (
    <Modal title={m.vote_result_title()} onClose={onClose} className="vote">
      {vote.result !== null && <p className="ds-paragraph">{m.vote_over({ count: vote.result.ballots })}</p>}
      {vote.kind === 'dots' && vote.result !== null && <DotsResult vote={vote} result={vote.result} {...given} />}
      {vote.kind === 'fingers' && vote.result !== null && <FingersResult vote={vote} result={vote.result} {...given} />}
      {vote.kind === 'rating' && vote.result !== null && <RatingResult result={vote.result} {...given} />}
      {problem !== null && <p role="alert">{problem}</p>}
    </Modal>
  );
}
