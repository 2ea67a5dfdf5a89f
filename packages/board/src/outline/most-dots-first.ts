import type { RecordId } from '@samtavla/protocol';
import type { Outline, OutlineTheme } from './outline-groups.ts';

/** Themes and notes with more dots before those with fewer, where they are listed; what has as many stays as it was. */
export function mostDotsFirst<Groups extends Pick<Outline, 'zones' | 'loose'>>(
  outline: Groups,
  dots: ReadonlyMap<RecordId, number>,
): Groups {
  const sorted = <One extends { readonly id: RecordId }>(all: readonly One[]): readonly One[] =>
    all.toSorted((a, b) => (dots.get(b.id) ?? 0) - (dots.get(a.id) ?? 0));
  const inTheme = (theme: OutlineTheme): OutlineTheme => ({ ...theme, notes: sorted(theme.notes) });
  const inGroup = (group: Outline['loose']): Outline['loose'] => ({
    ...group,
    themes: sorted(group.themes).map(inTheme),
    notes: sorted(group.notes),
  });
  return { ...outline, zones: outline.zones.map(inGroup), loose: inGroup(outline.loose) };
}
