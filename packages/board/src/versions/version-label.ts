import type { BoardVersion } from '@samtavla/protocol';
import * as m from '../i18n/generated/messages.js';

/** What a version is called in the list. */
export function versionLabel({ kind, name }: BoardVersion): string {
  if (kind === 'before-restore') return m.versions_before_restore();
  if (kind === 'before-taking-out') return m.versions_before_taking_out();
  return name ?? m.versions_automatic();
}
