import { XMarkIcon } from '@navikt/aksel-icons';
import type { RecordId } from '@samtavla/protocol';
import { useEffect, useState } from 'react';
import * as m from '../i18n/generated/messages.js';

/** Whoever sees the board sees what happens anyway: for them it is a hint that goes by itself. */
const SHOWN_MILLIS = 12_000;

type Props = {
  sentence: string;
  notes: readonly RecordId[];
  /** «Gå dit»: shows these notes. */
  onGo: (notes: readonly RecordId[]) => void;
};

export function NewsHint({ sentence, notes, onGo }: Props) {
  const [isShown, setIsShown] = useState(true);
  const [isHeld, hold] = useState(false);
  useEffect(() => {
    if (isHeld) return undefined;
    const timer = setTimeout(() => setIsShown(false), SHOWN_MILLIS);
    return () => clearTimeout(timer);
  }, [isHeld]);
  if (!isShown) return null;
  return (
    <div
      className="news-hint"
      data-size="sm"
      onPointerEnter={() => hold(true)}
      onPointerLeave={() => hold(false)}
      onFocus={() => hold(true)}
      onBlur={() => hold(false)}
    >
      <p aria-hidden>{sentence}</p>
      {notes.length > 0 && (
        <button
          type="button"
          className="ds-button"
          data-variant="tertiary"
          onClick={() => {
            setIsShown(false);
            onGo(notes);
          }}
        >
          {m.news_go()}
        </button>
      )}
      <button
        type="button"
        className="ds-button"
        data-variant="tertiary"
        data-icon="true"
        aria-label={m.news_dismiss()}
        onClick={() => setIsShown(false)}
      >
        <XMarkIcon aria-hidden />
      </button>
    </div>
  );
}
