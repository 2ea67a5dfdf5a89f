import { CheckmarkCircleIcon, CloudSlashIcon, CloudUpIcon, ExclamationmarkTriangleIcon } from '@navikt/aksel-icons';
import { useState } from 'react';
import * as m from '../i18n/generated/messages.js';
import type { Connection } from '../session/connection.ts';
import { useSignal } from '../session/use-signal.ts';
import { nextLine, savedState, type Line, type SavedState } from './saved-state.ts';

const LOOKS: Readonly<Record<SavedState, { text: () => string; icon: typeof CloudUpIcon }>> = {
  opening: { text: m.saved_opening, icon: CloudUpIcon },
  saved: { text: m.saved_saved, icon: CheckmarkCircleIcon },
  saving: { text: m.saved_saving, icon: CloudUpIcon },
  'offline-kept': { text: m.saved_offline, icon: CloudSlashIcon },
  'offline-device': { text: m.saved_offline, icon: CloudSlashIcon },
  'offline-held': { text: m.saved_offline, icon: CloudSlashIcon },
  ended: { text: m.saved_ended, icon: ExclamationmarkTriangleIcon },
};

/** Whether one's work is safe: a word always, a sentence when the line is gone. */
export function SavedStatus({ connection }: { connection: Connection }) {
  const [link, unsaved] = [useSignal(connection.link), useSignal(connection.unsaved)];
  const state = savedState(link, unsaved, useSignal(connection.onDevice));
  const { text, icon: Icon } = LOOKS[state];
  const sentence = sentenceFor(state);
  return (
    <div className="saved" data-state={state}>
      <Icon aria-hidden />
      <span className="saved-word">{text()}</span>
      {sentence !== null && <span className="saved-sentence">{sentence}</span>}
      <Announced state={state} />
    </div>
  );
}

function sentenceFor(state: SavedState): string | null {
  if (state === 'offline-kept') return m.saved_offline_kept();
  if (state === 'offline-device') return m.saved_offline_device();
  if (state === 'offline-held') return m.saved_offline_held();
  return null;
}

/** Says that the line went, and that it came back. It does not say «lagret» after every stroke. */
function Announced({ state }: { state: SavedState }) {
  const [line, setLine] = useState<Line>('steady');
  const next = nextLine(line, state);
  if (next !== line) setLine(next);
  return (
    <output className="ds-sr-only">
      {next === 'away' && `${m.saved_offline()}. ${sentenceFor(state) ?? ''}`}
      {next === 'back' && m.saved_back()}
    </output>
  );
}
