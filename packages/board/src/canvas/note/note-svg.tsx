/** A note in an exported picture: drawn from its layout. tldraw would put the page's elements into it, which few programs can read. */
import { NOTE_SIDE } from '@samtavla/templates';
import { SVG_FONT_FAMILY, SvgLines } from '../text/svg-lines.tsx';
import { LINE_HEIGHT, PADDING, SIGNATURE, type SignatureText, type TextLayout } from './note-layout.ts';
import type { PaperColours } from './paper-colours.ts';

type NoteSvgProps = {
  readonly height: number;
  readonly colours: PaperColours;
  readonly text: TextLayout;
  readonly signature: SignatureText;
};

export function NoteSvg({ height, colours, text, signature: { author, sector } }: NoteSvgProps) {
  const right = NOTE_SIDE - PADDING.side;
  const bottom = height - PADDING.bottom;
  const hasSignature = author !== null || sector !== null;
  const rule = bottom - SIGNATURE.px * SIGNATURE.lineHeight - SIGNATURE.padding;
  return (
    <g fontFamily={SVG_FONT_FAMILY} fill={colours.ink}>
      <rect
        width={NOTE_SIDE}
        height={height}
        rx={3}
        fill={colours.paperTop}
        stroke={colours.paperBottom}
        strokeWidth={2}
      />
      <SvgLines lines={text.lines} x={PADDING.side} y={PADDING.top} px={text.px} lineHeight={LINE_HEIGHT} />
      {hasSignature && (
        <line x1={PADDING.side} x2={right} y1={rule} y2={rule} stroke={colours.ink} strokeOpacity={0.25} />
      )}
      <g fontSize={SIGNATURE.px}>
        {author !== null && (
          <text x={PADDING.side} y={bottom - 4} fontWeight={600}>
            {author}
          </text>
        )}
        {sector !== null && (
          <text x={right} y={bottom - 4} textAnchor="end">
            {sector}
          </text>
        )}
      </g>
    </g>
  );
}
