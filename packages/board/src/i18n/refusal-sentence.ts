import { ENTRY_REFUSALS, type Reason } from './entry-refusal.ts';
import * as m from './generated/messages.js';

const SENTENCES: Readonly<Record<Reason, () => string>> = {
  ...ENTRY_REFUSALS,
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
  'phase-unknown': m.refusal_phase_unknown,
  'command-untimely': m.refusal_command_untimely,
  'vote-closed': m.refusal_vote_closed,
  'version-unknown': m.refusal_version_unknown,
  'versions-full': m.refusal_versions_full,
  'asset-metadata': m.refusal_asset_metadata,
  'asset-type': m.refusal_asset_type,
  'template-unknown': m.refusal_template_unknown,
  'template-secret-wrong': m.refusal_template_secret_wrong,
  'template-file-broken': m.refusal_template_file_broken,
  'template-file-newer': m.refusal_template_file_newer,
  'end-passed': m.refusal_end_passed,
};

/** What went wrong and what to do, in the person's language. */
export const refusalSentence = (reason: Reason): string => SENTENCES[reason]();
