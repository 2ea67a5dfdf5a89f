/**
 * A person's ballot in a vote: kept on the device from each press until the server has it, so that a break, a lock screen or a closed tab
 * loses none of it. It is sent as a whole, the newest alone.
 */
import { ballotResponse, type Answers, type BoardId, type JoinResponse } from '@samtavla/protocol';
import { ask, mayPass, type NoReason } from './ask.ts';
import { deviceStorage, tabStorage, type TextStorage } from './device-storage.ts';
import { parseJson } from './parse-json.ts';
import { signal, type Readable } from './signal.ts';

/** `waiting`: there is no line; it is sent when there is. */
export type BallotState = 'saved' | 'sending' | 'waiting';

export type BallotNow = {
  readonly votes: Answers;
  readonly state: BallotState;
  /** Why the server did not take the last one; null where it did. */
  readonly refusal: NoReason | null;
};

export type BallotBox = {
  readonly now: Readable<BallotNow>;
  put(votes: Answers): void;
  close(): void;
};

type Kept = { readonly vote: string; readonly votes: Answers; readonly revision: number; readonly isSaved: boolean };

const AGAIN_MILLIS = 3_000;
const keyOf = (board: BoardId) => `samtavla:ballot:${board}`;

/** @param shared on a shared machine it is kept for as long as the tab is open */
export function ballotBox(
  { board, token }: Pick<JoinResponse, 'board' | 'token'>,
  vote: string,
  shared: boolean,
  storage: TextStorage = shared ? tabStorage : deviceStorage,
): BallotBox {
  const path = `/api/boards/${board.id}/votes/${vote}/ballot`;
  let kept = keptIn(storage, board.id, vote);
  const closing = new AbortController();
  let isSending = false;
  let wake = () => {};
  const now = signal<BallotNow>({ votes: kept.votes, state: kept.isSaved ? 'saved' : 'sending', refusal: null });
  const keep = (next: Kept) => {
    kept = next;
    storage.set(keyOf(board.id), JSON.stringify(next));
  };
  const show = (state: BallotState, refusal: NoReason | null = null) => now.set({ votes: kept.votes, state, refusal });
  const send = async () => {
    if (isSending) return;
    isSending = true;
    while (!closing.signal.aborted && !kept.isSaved) {
      const sent = kept;
      show('sending');
      const { votes, revision } = sent;
      const question = { method: 'PUT', path, body: { votes, revision }, token, repeatable: true } as const;
      const answer = await ask(question, ballotResponse);
      if (kept !== sent) continue;
      if (answer.ok) {
        keep({ ...sent, isSaved: true });
        show('saved');
      } else if (mayPass(answer.reason)) {
        show('waiting');
        await new Promise<void>((resolve) => {
          wake = resolve;
          setTimeout(resolve, AGAIN_MILLIS);
        });
      } else {
        storage.remove(keyOf(board.id));
        show('saved', answer.reason);
        break;
      }
    }
    isSending = false;
  };
  /** What another tab or device has voted since counts here too. */
  const look = async () => {
    const answer = await ask({ method: 'GET', path, token, repeatable: true }, ballotResponse);
    const found = answer.ok ? answer.value.ballot : null;
    if (closing.signal.aborted || found === null || found.revision <= kept.revision) return;
    keep({ vote, ...found, isSaved: true });
    show('saved');
  };
  const online = () => wake();
  addEventListener('online', online);
  void look().then(send);
  return {
    now,
    put(votes) {
      keep({ vote, votes, revision: kept.revision + 1, isSaved: false });
      show('sending');
      void send();
    },
    close() {
      closing.abort();
      removeEventListener('online', online);
      wake();
    },
  };
}

export function forgetBallot(board: BoardId): void {
  for (const storage of [tabStorage, deviceStorage]) storage.remove(keyOf(board));
}

function keptIn(storage: TextStorage, board: BoardId, vote: string): Kept {
  const value = parseJson(storage.get(keyOf(board))) as Partial<Kept> | null;
  const isIt = value?.vote === vote && typeof value.votes === 'object' && Number.isInteger(value.revision);
  return isIt ? (value as Kept) : { vote, votes: {}, revision: 0, isSaved: true };
}
