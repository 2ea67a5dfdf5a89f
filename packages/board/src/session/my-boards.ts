import { isBoardId, ROLES, type BoardId, type Millis, type Role } from '@samtavla/protocol';
import { deviceStorage, type TextStorage } from './device-storage.ts';
import { parseJson } from './parse-json.ts';

/** A board this device has been on. */
export type MyBoard = {
  readonly id: BoardId;
  readonly title: string;
  readonly role: Role;
  /** By the device's own clock. */
  readonly visitedAt: Millis;
};

const KEY = 'samtavla:my-boards';
/** A list one still finds one's way in. */
const MOST = 50;

/** «Mine tavler» on this device, the latest visited first. */
export function myBoards(storage: TextStorage = deviceStorage) {
  const list = (): MyBoard[] => {
    const value = parseJson(storage.get(KEY));
    return Array.isArray(value) ? value.filter(isMyBoard) : [];
  };
  const write = (boards: readonly MyBoard[]) => storage.set(KEY, JSON.stringify(boards.slice(0, MOST)));
  return {
    list,
    remember(board: MyBoard): void {
      write([board, ...list().filter((known) => known.id !== board.id)]);
    },
    forget(board: BoardId): void {
      write(list().filter((known) => known.id !== board));
    },
  };
}

function isMyBoard(value: unknown): value is MyBoard {
  if (typeof value !== 'object' || value === null) return false;
  const { id, title, role, visitedAt } = value as Partial<Record<keyof MyBoard, unknown>>;
  const known = ROLES.some((each) => each === role);
  return typeof id === 'string' && isBoardId(id) && typeof title === 'string' && known && Number.isFinite(visitedAt);
}
