import type { BoardVersion } from '@samtavla/protocol';
import * as m from '../i18n/generated/messages.js';
import { moment } from './moment.ts';
import { versionLabel } from './version-label.ts';

type Props = { versions: readonly BoardVersion[]; onLook: (version: BoardVersion) => void };

/** Newest first, as the server says them. */
export function VersionList({ versions, onLook }: Props) {
  if (versions.length === 0) return <p className="ds-paragraph">{m.versions_none()}</p>;
  return (
    <ul className="version-list" aria-label={m.versions_list()}>
      {versions.map((version) => (
        <li key={version.id}>
          <span id={`version-${version.id}`} className="version-words">
            <span className="version-label" data-kind={version.kind}>
              {versionLabel(version)}
            </span>
            <time dateTime={new Date(version.takenAt).toISOString()}>{moment(version.takenAt)}</time>
          </span>
          <button
            type="button"
            id={`look-${version.id}`}
            className="ds-button"
            data-variant="secondary"
            data-size="sm"
            aria-labelledby={`look-${version.id} version-${version.id}`}
            onClick={() => onLook(version)}
          >
            {m.versions_look()}
          </button>
        </li>
      ))}
    </ul>
  );
}
