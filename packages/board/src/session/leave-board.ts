import type { BoardId } from '@samtavla/protocol';
import { forgetBallot } from './ballot-box.ts';
import { wipeCopies } from './copy/copies-of-board.ts';
import { forgetHalfWritten } from './half-written.ts';
import { dropJoinKey } from './join-key.ts';
import { forgetName } from './last-name.ts';
import { forgetView } from './last-view.ts';
import { myBoards } from './my-boards.ts';
import { dropNewLink } from './new-link.ts';
import { forgetSecret } from './secret.ts';
import { storedSessions } from './stored-session.ts';

/** «Forlat tavla»: nothing about the board is left on this device, nor the name of who leaves it. */
export function leaveBoard(board: BoardId): void {
  storedSessions().forget(board);
  myBoards().forget(board);
  forgetSecret(board);
  dropNewLink(board);
  dropJoinKey(board);
  forgetHalfWritten(board);
  forgetView(board);
  forgetBallot(board);
  forgetName();
  void wipeCopies(board);
}
