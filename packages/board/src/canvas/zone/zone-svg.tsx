/** A zone in an exported picture, as `zone.css` has it: a shape's own component needs the page around it. */
import type { Editor } from 'tldraw';
import { FONT_FAMILY } from '../note/note-fonts.ts';
import { charWidths } from '../text/char-widths.ts';
import { SVG_FONT_FAMILY, SvgLines } from '../text/svg-lines.tsx';
import { linesOf } from '../text/text-lines.ts';
import type { ZoneShape } from './zone-shape.ts';

const TITLE = { px: 44, lineHeight: 1.1, weight: 700 } as const;
const QUESTION = { px: 26, lineHeight: 1.25, weight: 400 } as const;
const PADDING = { top: 14, side: 28, between: 4 } as const;

type Props = { readonly editor: Editor; readonly shape: ZoneShape };

export function ZoneGroundSvg({ editor, shape: { props } }: Props) {
  const { surface, line } = tintOf(editor, props.tint);
  return (
    <rect width={props.w} height={props.h} rx={24} fill={surface} stroke={line} strokeOpacity={0.55} strokeWidth={2} />
  );
}

export function ZoneWordsSvg({ editor, shape: { props } }: Props) {
  const within = (text: string, { px, weight }: typeof TITLE | typeof QUESTION) =>
    linesOf(text, (props.w - 2 * PADDING.side) / px, charWidths(FONT_FAMILY, weight)).map((line) => ({ text: line }));
  const title = within(props.title, TITLE);
  const below = PADDING.top + title.length * TITLE.px * TITLE.lineHeight + PADDING.between;
  return (
    <g fontFamily={SVG_FONT_FAMILY} fill={tintOf(editor, props.tint).ink}>
      <SvgLines lines={title} x={PADDING.side} y={PADDING.top} {...TITLE} />
      <SvgLines lines={within(props.question, QUESTION)} x={PADDING.side} y={below} {...QUESTION} />
    </g>
  );
}

/** A tint's colours as the style sheet has them. */
function tintOf(editor: Editor, tint: string): { surface: string; line: string; ink: string } {
  const container = editor.getContainer();
  const probe = container.ownerDocument.createElement('div');
  probe.dataset['tint'] = tint;
  probe.hidden = true;
  container.append(probe);
  const style = getComputedStyle(probe);
  const [surface = '', line = '', ink = ''] = ['surface', 'line', 'ink'].map((name) =>
    style.getPropertyValue(`--tint-${name}`).trim(),
  );
  probe.remove();
  return { surface, line, ink };
}
