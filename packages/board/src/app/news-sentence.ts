import type { Locale } from '@samtavla/templates';
import type { RecordId } from '@samtavla/protocol';
import * as m from '../i18n/generated/messages.js';
import type { Happening, NewsItem } from '../outline/news.ts';

export type NewsNames = {
  /** Null for a zone that is not known. */
  readonly zone: (id: RecordId) => string | null;
  readonly sector: (id: string) => string | null;
  readonly locale: Locale;
};

/** More zones than this are told of as a number, and more sectors not at all: whoever listens has something else to do. */
const MOST_ZONES = 2;
const MOST_SECTORS = 3;

const TOLD: Readonly<Record<Happening, (values: { count: number; where: string }) => string>> = {
  new: m.news_new,
  moved: m.news_moved,
  changed: m.news_changed,
  gone: m.news_gone,
};

/** «3 nye lapper i I dag, fra Skole og Helse. 1 lapp er slettet utenfor feltene.» Empty for no news. */
export function newsSentence(items: readonly NewsItem[], names: NewsNames): string {
  const sentences = (['new', 'moved', 'changed', 'gone'] as const).flatMap((what) => {
    const those = items.filter((item) => item.what === what);
    if (those.length <= MOST_ZONES) return those.map((item) => sentence(item, placeOf(item, names), names));
    const together = { what, notes: those.flatMap(({ notes }) => notes), sectors: sectorsOf(those) };
    const count = those.length;
    return [sentence(together, what === 'moved' ? m.news_to_zones({ count }) : m.news_in_zones({ count }), names)];
  });
  return sentences.map((each) => `${each}.`).join(' ');
}

function sentence(
  { what, notes, sectors }: Pick<NewsItem, 'what' | 'notes' | 'sectors'>,
  where: string,
  { sector, locale }: NewsNames,
): string {
  const told = TOLD[what]({ count: notes.length, where });
  const from = sectors.map((id) => sector(id)).filter((name) => name !== null);
  if (what !== 'new' || from.length === 0 || from.length > MOST_SECTORS) return told;
  return m.news_from({ told, sectors: new Intl.ListFormat(locale, { type: 'conjunction' }).format(from) });
}

function placeOf({ what, zone }: NewsItem, names: NewsNames): string {
  const name = zone === null ? null : names.zone(zone);
  if (name === null) return what === 'moved' ? m.news_to_outside() : m.news_outside();
  return what === 'moved' ? m.news_to({ zone: name }) : m.news_in({ zone: name });
}

const sectorsOf = (items: readonly NewsItem[]): string[] => [...new Set(items.flatMap(({ sectors }) => sectors))];
