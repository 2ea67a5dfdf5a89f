import type { RefusalCode } from '@samtavla/protocol';
import * as m from './generated/messages.js';

/** `unreachable`: no answer came at all, so no code either. */
type Reason = RefusalCode | 'unreachable';

const SENTENCES: Readonly<Record<Reason, () => string>> = {
  'bad-request': m.refusal_bad_request,
  'session-unknown': m.refusal_session_unknown,
  'link-wrong': m.refusal_link_wrong,
  'not-allowed': m.refusal_not_allowed,
  removed: m.refusal_removed,
  'board-unknown': m.refusal_board_unknown,
  'route-unknown': m.refusal_route_unknown,
  'asset-unknown': m.refusal_asset_unknown,
  'creation-code-wrong': m.refusal_creation_code_wrong,
  'login-needed': m.refusal_login_needed,
  'login-refused': m.refusal_login_refused,
  'login-failed': m.refusal_login_failed,
  'login-unavailable': m.refusal_login_unavailable,
  'code-wrong': m.refusal_code_wrong,
  'person-unknown': m.refusal_person_unknown,
  'assets-full': m.refusal_assets_full,
  'last-facilitator-link': m.refusal_last_facilitator_link,
  'removing-self': m.refusal_removing_self,
  'anonymous-board': m.refusal_anonymous_board,
  'link-closed': m.refusal_link_closed,
  'link-ended': m.refusal_link_ended,
  'board-deleted': m.refusal_board_deleted,
  'phase-unknown': m.refusal_phase_unknown,
  'command-untimely': m.refusal_command_untimely,
  'vote-closed': m.refusal_vote_closed,
  'version-unknown': m.refusal_version_unknown,
  'versions-full': m.refusal_versions_full,
  'too-large': m.refusal_too_large,
  'bad-frame': m.refusal_bad_frame,
  'asset-metadata': m.refusal_asset_metadata,
  'asset-type': m.refusal_asset_type,
  'name-missing': m.refusal_name_missing,
  'template-unknown': m.refusal_template_unknown,
  'end-passed': m.refusal_end_passed,
  'version-too-old': m.refusal_version_too_old,
  'too-many': m.refusal_too_many,
  internal: m.refusal_internal,
  'document-damaged': m.refusal_document_damaged,
  'shutting-down': m.refusal_shutting_down,
  'storage-unavailable': m.refusal_storage_unavailable,
  unreachable: m.refusal_unreachable,
};

/** What went wrong and what to do, in the person's language. */
export const refusalSentence = (reason: Reason): string => SENTENCES[reason]();
