import './board-news.css';
import { XMarkIcon } from '@navikt/aksel-icons';
import type { RecordId } from '@samtavla/protocol';
import { useEffect, useState } from 'react';
import * as m from '../i18n/generated/messages.js';
import { currentLocale } from '../i18n/locale.ts';
import type { Connection } from '../session/connection.ts';
import type { Preferences } from '../session/preferences.ts';
import { useSignal } from '../session/use-signal.ts';
import { newsSentence } from './news-sentence.ts';
import { useNews } from './use-news.ts';
import type { Plan } from './use-plan.ts';

/** Whoever sees the board sees what happens anyway: for them it is a hint that goes by itself. */
const SHOWN_MILLIS = 12_000;

type Props = {
  connection: Connection;
  plan: Plan;
  preferences: Preferences;
  /** «Gå dit»: shows these notes. */
  onGo: (notes: readonly RecordId[]) => void;
};

/** What others have done, said aloud and shown for a while. */
export function BoardNews({ connection, plan: { zones, facts }, preferences, onGo }: Props) {
  const isWanted = useSignal(preferences).has('news');
  const [news, setNews] = useState({ count: 0, sentence: '', notes: [] as readonly RecordId[] });
  useNews(connection, (items) => {
    const sentence = newsSentence(items, {
      zone: (id) => zones.find((zone) => zone.id === id)?.title ?? null,
      sector: (id) => facts.sectors.find((sector) => sector.id === id)?.name ?? null,
      locale: currentLocale(),
    });
    const [first] = items.filter(({ what }) => what !== 'gone');
    setNews(({ count }) => ({ count: count + 1, sentence, notes: first?.notes ?? [] }));
  });
  if (!isWanted) return null;
  return (
    <>
      {/* The same sentence twice is said twice. */}
      <output className="ds-sr-only board-news-said">
        <span key={news.count}>{news.sentence}</span>
      </output>
      {news.sentence !== '' && <Hint key={news.count} sentence={news.sentence} notes={news.notes} onGo={onGo} />}
    </>
  );
}

type HintProps = Pick<Props, 'onGo'> & { sentence: string; notes: readonly RecordId[] };

function Hint({ sentence, notes, onGo }: HintProps) {
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
