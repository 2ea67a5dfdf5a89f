import type { Answers, Vote } from '@samtavla/protocol';
import * as m from '../../i18n/generated/messages.js';
import type { BallotNow } from '../../session/ballot-box.ts';
import type { Connection } from '../../session/connection.ts';
import { Modal } from '../../ui/modal.tsx';
import { DotsBallot } from './dots-ballot.tsx';
import { FingersBallot } from './fingers-ballot.tsx';
import { RatingBallot } from './rating-ballot.tsx';
import { useVotable } from './use-votable.ts';

type Props = {
  connection: Connection;
  vote: Vote;
  ballot: BallotNow;
  lang: string;
  onPut: (votes: Answers) => void;
  onClose: () => void;
};

/** What one is asked, and one's own answer to it. */
export function BallotDialog({ connection, vote, ballot, lang, onPut, onClose }: Props) {
  const items = useVotable(connection, vote);
  const given = { items, ballot, lang, onPut };
  return (
    <Modal title={titleOf(vote)} onClose={onClose} className="vote">
      {vote.kind === 'dots' && <DotsBallot vote={vote} {...given} />}
      {vote.kind === 'fingers' && <FingersBallot vote={vote} {...given} />}
      {vote.kind === 'rating' && <RatingBallot {...given} />}
    </Modal>
  );
}

const TITLES: Readonly<Record<Vote['kind'], () => string>> = {
  dots: m.vote_title,
  fingers: m.fingers_title,
  rating: m.rating_title,
};
const titleOf = ({ kind }: Vote): string => TITLES[kind]();
