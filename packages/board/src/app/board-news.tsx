import './board-news.css';
import type { RecordId } from '@samtavla/protocol';
import { useState } from 'react';
import { currentLocale } from '../i18n/locale.ts';
import type { Connection } from '../session/connection.ts';
import type { Preferences } from '../session/preferences.ts';
import { useSignal } from '../session/use-signal.ts';
import { lazyView } from '../ui/lazy-view.tsx';
import { useNews } from './use-news.ts';
import type { Plan } from './use-plan.ts';

// Words and hint are fetched with the first news: before that a phone has something better to load.
const NewsHint = lazyView(() => import('./news-hint.tsx').then((module) => module.NewsHint));

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
  useNews(connection, async (items) => {
    const { newsSentence } = await import('./news-sentence.ts');
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
      {news.sentence !== '' && <NewsHint key={news.count} sentence={news.sentence} notes={news.notes} onGo={onGo} />}
    </>
  );
}
