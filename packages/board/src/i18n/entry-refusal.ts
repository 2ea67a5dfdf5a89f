import type { RefusalCode } from '@samtavla/protocol';
import * as m from './generated/messages.js';

/** `unreachable`: no answer came at all, so no code either. */
export type Reason = RefusalCode | 'unreachable';

/** What may keep one from a board, or end one's visit. */
export const ENTRY_REFUSALS = {
  'bad-request': m.refusal_bad_request,
  'session-unknown': m.refusal_session_unknown,
  'link-wrong': m.refusal_link_wrong,
  'not-allowed': m.refusal_not_allowed,
  removed: m.refusal_removed,
  'board-unknown': m.refusal_board_unknown,
  'route-unknown': m.refusal_route_unknown,
  'anonymous-board': m.refusal_anonymous_board,
  'link-closed': m.refusal_link_closed,
  'door-closed': m.refusal_door_closed,
  'link-ended': m.refusal_link_ended,
  'board-deleted': m.refusal_board_deleted,
  'too-large': m.refusal_too_large,
  'bad-frame': m.refusal_bad_frame,
  'name-missing': m.refusal_name_missing,
  'version-too-old': m.refusal_version_too_old,
  'too-many': m.refusal_too_many,
  internal: m.refusal_internal,
  'document-damaged': m.refusal_document_damaged,
  'shutting-down': m.refusal_shutting_down,
  'storage-unavailable': m.refusal_storage_unavailable,
  unreachable: m.refusal_unreachable,
} as const satisfies Partial<Record<Reason, () => string>>;

/** As `refusalSentence`, without what only those meet who have come in: every page that lets one in loads this. */
export const entryRefusal = (reason: Reason): string =>
  (Object.hasOwn(ENTRY_REFUSALS, reason)
    ? ENTRY_REFUSALS[reason as keyof typeof ENTRY_REFUSALS]
    : m.refusal_internal)();
