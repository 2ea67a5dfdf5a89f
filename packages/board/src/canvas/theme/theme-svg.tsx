/** A theme in an exported picture, as `theme.css` has it: a shape's own component needs the page around it. */
import type { Editor } from 'tldraw';
import { SVG_FONT_FAMILY, SvgLines } from '../text/svg-lines.tsx';
import { headingHeight, headingLines } from './heading-height.ts';
import { THEME_TEXT, THEME_WIDTH } from '@samtavla/protocol';
import type { ThemeShape } from './theme-shape.ts';
import { groundUnder } from './themed-notes.ts';

type Props = { readonly editor: Editor; readonly shape: ThemeShape };

const NOBODY = new Set<never>();

export function ThemeGroundSvg({ editor, shape }: Props) {
  const { x, y, w, h } = groundUnder(editor, shape, NOBODY);
  const place = editor.getShapePageBounds(shape.id) ?? shape;
  return (
    <rect
      x={x - place.x}
      y={y - place.y}
      width={w}
      height={h}
      rx={18}
      fill={colour(editor, 'neutral-background-default')}
      fillOpacity={0.62}
      stroke={colour(editor, 'neutral-border-subtle')}
      strokeOpacity={0.7}
    />
  );
}

export function ThemeHeadingSvg({ editor, shape }: Props) {
  const { side, above, ...text } = THEME_TEXT;
  const lines = headingLines(shape).map((line) => ({ text: line }));
  return (
    <g fontFamily={SVG_FONT_FAMILY} fill={colour(editor, 'neutral-text-default')}>
      <rect
        width={THEME_WIDTH}
        height={headingHeight(shape)}
        rx={10}
        fill={colour(editor, 'neutral-background-default')}
        stroke={colour(editor, 'neutral-border-subtle')}
      />
      <rect width={THEME_WIDTH} height={5} rx={2.5} fill={colour(editor, 'accent-base-default')} />
      <SvgLines lines={lines} x={side} y={above} weight={700} {...text} />
    </g>
  );
}

const colour = (editor: Editor, name: string): string =>
  getComputedStyle(editor.getContainer()).getPropertyValue(`--ds-color-${name}`).trim();
