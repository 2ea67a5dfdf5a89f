import type { CharWidth } from './text-lines.ts';

/** Measured at this size, so that rounding does not show. */
const MEASURED_AT_PX = 100;

/** Widths of a font's characters in em, each measured once. */
export function charWidths(family: string, weight: number): CharWidth {
  const context = document.createElement('canvas').getContext('2d');
  const known = new Map<string, number>();
  return (char) => {
    const width = known.get(char) ?? measure(context, `${weight} ${MEASURED_AT_PX}px ${family}`, char);
    known.set(char, width);
    return width;
  };
}

/** A browser may refuse a drawing context; an average letter then. */
function measure(context: CanvasRenderingContext2D | null, font: string, char: string): number {
  if (context === null) return 0.55;
  context.font = font;
  return context.measureText(char).width / MEASURED_AT_PX;
}
