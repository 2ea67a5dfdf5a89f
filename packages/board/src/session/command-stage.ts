import { commandResponse, type JoinResponse, type StageCommand } from '@samtavla/protocol';
import { ask } from './ask.ts';

/** Given twice on the same version it is done once. */
export const commandStage = ({ board, token }: JoinResponse, command: StageCommand, expects: number) =>
  ask(
    { method: 'POST', path: `/api/boards/${board.id}/commands`, body: { command, expects }, token, repeatable: true },
    commandResponse,
  );
