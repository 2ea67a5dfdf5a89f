import type { Box } from './template.ts';

/** The smallest box around all zones; null for a template or board without any. */
export function bounds({ zones }: { readonly zones: readonly { readonly box: Box }[] }): Box | null {
  if (zones.length === 0) return null;
  const x = Math.min(...zones.map(({ box }) => box.x));
  const y = Math.min(...zones.map(({ box }) => box.y));
  const right = Math.max(...zones.map(({ box }) => box.x + box.w));
  const bottom = Math.max(...zones.map(({ box }) => box.y + box.h));
  return { x, y, w: right - x, h: bottom - y };
}
