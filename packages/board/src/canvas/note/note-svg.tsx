/** A note in an exported picture: drawn from its layout. tldraw would put the page's elements into it, which few programs can read. */
import { NOTE_SIDE } from '@samtavla/templates';
import { LINE_HEIGHT, PADDING, SIGNATURE, type SignatureText, type TextLayout } from './note-layout.ts';
import type { PaperColours } from './paper-colours.ts';

type NoteSvgProps = {
  readonly height: number;
  readonly colours: PaperColours;
  readonly text: TextLayout;
  readonly signature: SignatureText;
};

/** Inter where there is one; it is no part of the picture. */
const FAMILY = 'Inter, "Inter Variable", sans-serif';
/** Down to the base line, in parts of a line. */
const BASELINE = 0.78;

export function NoteSvg({ height, colours, text, signature: { author, sector } }: NoteSvgProps) {
  const right = NOTE_SIDE - PADDING.side;
  const bottom = height - PADDING.bottom;
  const hasSignature = author !== null || sector !== null;
  const rule = bottom - SIGNATURE.px * SIGNATURE.lineHeight - SIGNATURE.padding;
  return (
    <g fontFamily={FAMILY} fill={colours.ink}>
      <rect
        width={NOTE_SIDE}
        height={height}
        rx={3}
        fill={colours.paperTop}
        stroke={colours.paperBottom}
        strokeWidth={2}
      />
      <text fontSize={text.px}>
        {text.lines.map((line, place) => (
          <tspan
            key={place}
            x={PADDING.side + line.indent}
            y={PADDING.top + (place + BASELINE) * text.px * LINE_HEIGHT}
          >
            {line.text}
          </tspan>
        ))}
      </text>
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
