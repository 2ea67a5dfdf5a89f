import type { BoardVersion, JoinResponse } from '@samtavla/protocol';
import { useState } from 'react';
import * as m from '../i18n/generated/messages.js';
import { refusalSentence } from '../i18n/refusal-sentence.ts';
import { versionApi } from '../session/version-api.ts';
import { CopyVersion } from './copy-version.tsx';
import { moment } from './moment.ts';

type Props = { version: BoardVersion; joined: JoinResponse; title: string; onRestored: () => void };

/** Going back, which is asked about first because everybody sees it, and a new board, which nobody here does. */
export function VersionActions({ version, joined, title, onRestored }: Props) {
  const [asked, setAsked] = useState<'restore' | 'copy' | null>(null);
  const dismiss = () => setAsked(null);
  if (asked === 'restore')
    return <RestoreQuestion version={version} joined={joined} onRestored={onRestored} onDismiss={dismiss} />;
  if (asked === 'copy') return <CopyVersion version={version} joined={joined} title={title} onDismiss={dismiss} />;
  return (
    <div className="actions">
      <button type="button" className="ds-button" onClick={() => setAsked('restore')}>
        {m.version_restore()}
      </button>
      <button type="button" className="ds-button" data-variant="secondary" onClick={() => setAsked('copy')}>
        {m.version_copy()}
      </button>
    </div>
  );
}

type QuestionProps = Omit<Props, 'title'> & { onDismiss: () => void };

function RestoreQuestion({ version, joined: { board, token }, onRestored, onDismiss }: QuestionProps) {
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const restore = async () => {
    if (isBusy) return;
    setIsBusy(true);
    const answer = await versionApi.restoreVersion(board.id, version.id, token);
    setIsBusy(false);
    if (answer.ok) onRestored();
    else setProblem(refusalSentence(answer.reason));
  };
  return (
    <div className="ds-alert" data-color="warning" data-size="sm" role="alert">
      <p className="ds-paragraph">{problem ?? m.version_restore_confirm({ time: moment(version.takenAt) })}</p>
      <div className="actions" data-color="accent">
        <button type="button" className="ds-button" aria-disabled={isBusy} onClick={() => void restore()}>
          {m.version_restore_yes()}
        </button>
        <button type="button" className="ds-button" data-variant="secondary" onClick={onDismiss}>
          {m.share_cancel()}
        </button>
      </div>
    </div>
  );
}
