import type { RecordId } from '@samtavla/protocol';
import { describe, expect, test } from 'vitest';
import { overwriteGetLocale } from '../i18n/generated/runtime.js';
import type { Happening, NewsItem } from '../outline/news.ts';
import { newsSentence } from './news-sentence.ts';

const ZONES: Readonly<Record<string, string>> = { a: 'I dag', b: 'Ønsket situasjon', c: 'Veien dit' };
const SECTORS: Readonly<Record<string, string>> = { school: 'Skole', health: 'Helse', culture: 'Kulturskole', x: 'X' };

const happened = (what: Happening, zone: string | null, count: number, ...sectors: string[]): NewsItem => ({
  what,
  zone: zone as RecordId | null,
  notes: Array.from({ length: count }, (_, place) => `${what}${zone}${place}` as RecordId),
  sectors,
});

function said(locale: 'nb' | 'nn' | 'en', ...items: NewsItem[]): string {
  overwriteGetLocale(() => locale);
  return newsSentence(items, {
    zone: (id) => ZONES[id] ?? null,
    sector: (id) => SECTORS[id] ?? null,
    locale,
  });
}

describe('what is said of the news', () => {
  test('[U64] how many, where and from whom, in each language', () => {
    const items = [happened('new', 'a', 3, 'school', 'health'), happened('gone', null, 1)] as const;
    expect(said('nb', ...items)).toBe('3 nye lapper i I dag, fra Skole og Helse. 1 lapp er slettet utenfor feltene.');
    expect(said('nn', ...items)).toBe('3 nye lappar i I dag, frå Skole og Helse. 1 lapp er sletta utanfor felta.');
    expect(said('en', ...items)).toBe('3 new notes in I dag, from Skole and Helse. 1 note deleted outside the zones.');
  });

  test('[U64] much at once is told in few words', () => {
    const everywhere = ['a', 'b', 'c'].map((zone) => happened('new', zone, 2, 'school'));
    expect(said('nb', ...everywhere)).toBe('6 nye lapper i 3 felt, fra Skole.');
    expect(said('nb', happened('new', 'a', 9, 'school', 'health', 'culture', 'x'))).toBe('9 nye lapper i I dag.');
    const moved = ['a', 'b', null].map((zone) => happened('moved', zone, 1));
    expect(said('nb', ...moved)).toBe('3 lapper er flyttet til 3 felt.');
  });

  test('[U64] a zone or a sector that nobody knows any more is left out', () => {
    expect(said('nb', happened('changed', 'zzz', 1, 'nobody'))).toBe('1 lapp er endret utenfor feltene.');
    expect(said('nb', happened('new', 'a', 1, 'nobody'))).toBe('1 ny lapp i I dag.');
    expect(said('nb')).toBe('');
  });
});
