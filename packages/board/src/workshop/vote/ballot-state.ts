import * as m from '../../i18n/generated/messages.js';
import type { BallotState } from '../../session/ballot-box.ts';

const STATES: Readonly<Record<BallotState, () => string>> = {
  saved: m.vote_saved,
  sending: m.vote_sending,
  waiting: m.vote_waiting,
};

/** Where one's ballot is: nothing of one that is not given. */
export const ballotStands = (state: BallotState, isGiven: boolean): string => (isGiven ? STATES[state]() : '');
