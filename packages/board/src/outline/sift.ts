/** An outline with those notes alone that somebody looks for. */
import type { Locale } from '@samtavla/templates';
import type { Outline, OutlineNote, OutlineTheme, OutlineZone } from './outline-groups.ts';

export type Sought = {
  /** In the text, the author's name or the name of the theme, in any order; none for all. */
  readonly words: string;
  /** Ids of sectors and levels, null for notes that name none; empty for all. */
  readonly sectors: ReadonlySet<string | null>;
  readonly levels: ReadonlySet<string | null>;
  /** Whose rules say what a small letter is. */
  readonly locale: Locale;
};

export type Sifted = { readonly outline: Outline; readonly found: number };

/**
 * Makes one that is used as long as the same is sought: a group that says what it said is then the same object as before. Zones
 * stay, empty ones too, so that nobody loses their place; themes in which nothing is found go.
 */
export function siftFor(sought: Sought): (outline: Outline) => Sifted {
  const words = folded(sought.words, sought.locale)
    .split(/\s+/)
    .filter((word) => word !== '');
  const isAll = words.length === 0 && sought.sectors.size === 0 && sought.levels.size === 0;
  const isFound = (note: OutlineNote, title: string): boolean => {
    const { sector = null, level = null } = note.perspective;
    const hay = folded([note.text, note.author?.name ?? '', title].join('\n'), sought.locale);
    return has(sought.sectors, sector) && has(sought.levels, level) && words.every((word) => hay.includes(word));
  };
  const sifted = new WeakMap<OutlineZone | OutlineTheme, OutlineZone | OutlineTheme>();
  const once = <T extends OutlineZone | OutlineTheme>(group: T, sift: (group: T) => T): T => {
    const known = (sifted.get(group) as T | undefined) ?? sift(group);
    sifted.set(group, known);
    return known;
  };
  const siftTheme = (theme: OutlineTheme): OutlineTheme =>
    once(theme, () =>
      withNotes(
        theme,
        theme.notes.filter((note) => isFound(note, theme.title)),
      ),
    );
  const siftZone = (zone: OutlineZone): OutlineZone =>
    once(zone, () => {
      const themes = zone.themes.map(siftTheme).filter(({ notes }) => notes.length > 0);
      return withNotes(
        { ...zone, themes },
        zone.notes.filter((note) => isFound(note, '')),
      );
    });
  return (outline) => {
    const shown = isAll ? outline : { ...outline, zones: outline.zones.map(siftZone), loose: siftZone(outline.loose) };
    return { outline: shown, found: countNotes(shown) };
  };
}

/** All notes of an outline, of themes and zones. */
export const countNotes = ({ zones, loose }: Outline): number =>
  [...zones, loose].reduce((sum, zone) => sum + notesIn(zone), 0);

/** The notes of a zone, those of its themes too. */
const notesIn = ({ notes, themes }: OutlineZone): number =>
  themes.reduce((sum, theme) => sum + theme.notes.length, notes.length);

const has = (wanted: ReadonlySet<string | null>, value: string | null): boolean =>
  wanted.size === 0 || wanted.has(value);

const withNotes = <T extends { readonly notes: readonly OutlineNote[] }>(group: T, notes: readonly OutlineNote[]): T =>
  notes.length === group.notes.length ? group : { ...group, notes };

/** Accents are kept: å is no a. */
const folded = (text: string, locale: Locale): string => text.normalize('NFC').toLocaleLowerCase(locale);
