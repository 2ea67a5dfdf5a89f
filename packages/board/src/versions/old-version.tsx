import { readPlanFacts, readZones, type BoardVersion, type JoinResponse } from '@samtavla/protocol';
import { useEffect, useState } from 'react';
import { FirstPainting } from '../canvas/first-painting/first-painting.tsx';
import * as m from '../i18n/generated/messages.js';
import { refusalSentence } from '../i18n/refusal-sentence.ts';
import type { Answer } from '../session/ask.ts';
import { oldDocuments, type OldDocuments } from '../session/old-state.ts';
import { moment } from './moment.ts';
import { VersionActions } from './version-actions.tsx';
import { VersionAsText } from './version-as-text.tsx';
import { versionLabel } from './version-label.ts';

type Props = {
  version: BoardVersion;
  joined: JoinResponse;
  title: string;
  onBack: () => void;
  onRestored: () => void;
};

/** The board as it was, to be looked at: it says so, and nothing in it can be changed. */
export function OldVersion({ version, joined, title, onBack, onRestored }: Props) {
  const [answer, setAnswer] = useState<Answer<OldDocuments> | null>(null);
  useEffect(() => void oldDocuments(joined, version.id).then(setAnswer), [joined, version.id]);
  return (
    <>
      <h3 className="ds-heading" data-size="2xs">
        {versionLabel(version)}
      </h3>
      <p className="ds-alert" data-color="warning" data-size="sm">
        {m.version_old({ time: moment(version.takenAt) })}
      </p>
      {answer === null && <output className="ds-paragraph">{m.version_fetching()}</output>}
      {answer?.ok === false && (
        <p className="ds-alert" data-color="danger" data-size="sm" role="alert">
          {refusalSentence(answer.reason)}
        </p>
      )}
      {answer?.ok === true && (
        <>
          <VersionPicture documents={answer.value} />
          <VersionAsText documents={answer.value} />
          <VersionActions version={version} joined={joined} title={title} onRestored={onRestored} />
        </>
      )}
      {/* The dialog was open before it came: focus is brought along, or a keyboard would begin anew. */}
      <button ref={focusOnce} type="button" className="ds-button" data-variant="tertiary" onClick={onBack}>
        {m.version_to_list()}
      </button>
    </>
  );
}

const focusOnce = (button: HTMLButtonElement | null): void => button?.focus();

function VersionPicture({ documents: { plan, canvas } }: { documents: OldDocuments }) {
  const facts = readPlanFacts(plan);
  return (
    <figure className="version-picture">
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- It is drawn, and there is no file to show. */}
      <div role="img" aria-label={m.version_picture()}>
        <FirstPainting
          plan={plan}
          canvas={canvas}
          writable={false}
          zones={readZones(plan)}
          facts={facts}
          locale={facts.locale}
          whole
        />
      </div>
      <figcaption>{m.version_picture_about()}</figcaption>
    </figure>
  );
}
