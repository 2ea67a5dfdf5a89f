/** A note in an exported picture: drawn from its layout. tldraw would put the page's elements into it, which few programs can read. */
import { NOTE_SIDE } from '@samtavla/templates';
import { SVG_FONT_FAMILY, SvgLines } from '../text/svg-lines.tsx';
import { LINE_HEIGHT, PADDING, SIGNATURE, type SignatureText, type TextLayout } from './note-layout.ts';
import { headRoom, MEASURE_PAPER, MEASURE_TEXT, type MeasureText } from '../measure/measure-text.ts';
import type { PaperColours } from './paper-colours.ts';

type NoteSvgProps = {
  readonly height: number;
  readonly colours: PaperColours;
  readonly text: TextLayout;
  readonly signature: SignatureText;
  readonly measure: MeasureText | null;
};

export function NoteSvg({ height, colours, text, signature: { author, sector }, measure }: NoteSvgProps) {
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
        fill={measure === null ? colours.paperTop : MEASURE_PAPER.colour}
        stroke={colours.paperBottom}
        strokeWidth={2}
      />
      <SvgLines
        lines={text.lines}
        x={PADDING.side}
        y={PADDING.top + headRoom(measure)}
        px={text.px}
        lineHeight={LINE_HEIGHT}
      />
      {measure !== null && (
        <MeasureSvg measure={measure} colours={colours} height={height} foot={hasSignature ? rule : bottom} />
      )}
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

type MeasureSvgProps = { measure: MeasureText; colours: PaperColours; height: number; foot: number };

/** Its edge, what it is, and what is said of it, down to where the signature begins. */
function MeasureSvg({ measure: { head, lines }, colours, height, foot }: MeasureSvgProps) {
  const { px, lineHeight, above, side } = MEASURE_TEXT;
  const top = foot - above - lines.length * px * lineHeight;
  return (
    <>
      <rect width={MEASURE_PAPER.edge} height={height} fill={colours.paperBottom} />
      <SvgLines lines={[{ text: head }]} x={side} y={PADDING.top} px={px} lineHeight={lineHeight} weight={700} />
      <SvgLines lines={lines.map((text) => ({ text }))} x={side} y={top} px={px} lineHeight={lineHeight} />
    </>
  );
}
