/** Down to the base line, in parts of a line. */
const BASELINE = 0.78;

type Props = {
  /** Each with how far in it begins. */
  readonly lines: readonly { readonly text: string; readonly indent?: number }[];
  /** Page units, from the shape's corner. */
  readonly x: number;
  readonly y: number;
  readonly px: number;
  readonly lineHeight: number;
  readonly weight?: number;
};

/** Lines of a text in an exported picture. */
export const SvgLines = ({ lines, x, y, px, lineHeight, weight = 400 }: Props) => (
  <text fontSize={px} fontWeight={weight}>
    {lines.map(({ text, indent = 0 }, place) => (
      <tspan key={place} x={x + indent} y={y + (place + BASELINE) * px * lineHeight}>
        {text}
      </tspan>
    ))}
  </text>
);

/** Inter where there is one; it is no part of the picture. */
export const SVG_FONT_FAMILY = 'Inter, "Inter Variable", sans-serif';
