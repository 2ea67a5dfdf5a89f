import './versions.css';
import type { BoardVersion } from '@samtavla/protocol';
import { useEffect, useState } from 'react';
import * as m from '../i18n/generated/messages.js';
import { refusalSentence } from '../i18n/refusal-sentence.ts';
import { versionApi } from '../session/version-api.ts';
import type { Answer } from '../session/ask.ts';
import type { StoredSession } from '../session/stored-session.ts';
import { Modal } from '../ui/modal.tsx';
import { moment } from './moment.ts';
import { OldVersion } from './old-version.tsx';
import { TakeVersion } from './take-version.tsx';
import { VersionList } from './version-list.tsx';

type Props = { session: StoredSession; title: string; onClose: () => void };
type Listed = Answer<{ versions: readonly BoardVersion[] }>;

/** «Versjoner»: what the board was, to be looked at, gone back to and copied. */
export function VersionsDialog({ session, title, onClose }: Props) {
  const { board, token } = session.joined;
  const [listed, setListed] = useState<Listed | null>(null);
  const [seen, setSeen] = useState<BoardVersion | null>(null);
  const [said, setSaid] = useState('');
  const fetchList = async () => setListed(await versionApi.versions(board.id, token));
  useEffect(() => void versionApi.versions(board.id, token).then(setListed), [board.id, token]);
  const done = (sentence: string) => {
    setSaid(sentence);
    setSeen(null);
    void fetchList();
  };
  const look = (version: BoardVersion) => {
    setSaid('');
    setSeen(version);
  };
  return (
    <Modal title={m.versions()} onClose={onClose} className="versions">
      <output className={said === '' ? 'ds-sr-only' : 'ds-alert'} data-color="success" data-size="sm">
        {said}
      </output>
      {seen !== null ? (
        <OldVersion
          version={seen}
          joined={session.joined}
          title={title}
          onBack={() => setSeen(null)}
          onRestored={() => done(m.version_restored({ time: moment(seen.takenAt) }))}
        />
      ) : (
        <>
          <p className="ds-paragraph">{m.versions_about()}</p>
          <TakeVersion joined={session.joined} onTaken={(name) => done(m.versions_taken({ name }))} />
          {listed === null && <p className="ds-paragraph">{m.versions_fetching()}</p>}
          {listed?.ok === false && (
            <div className="ds-alert" data-color="danger" data-size="sm" role="alert">
              <p className="ds-paragraph">{refusalSentence(listed.reason)}</p>
              <button type="button" className="ds-button" data-variant="secondary" onClick={() => void fetchList()}>
                {m.try_again()}
              </button>
            </div>
          )}
          {listed?.ok === true && <VersionList versions={listed.value.versions} onLook={look} />}
        </>
      )}
    </Modal>
  );
}
