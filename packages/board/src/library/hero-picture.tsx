/** Three notes and the way between them: where we are, how we get there, where we want to be. Decoration, and silent. */
export function HeroPicture() {
  return (
    <svg className="hero-picture" viewBox="0 0 360 220" aria-hidden="true" focusable="false">
      <path className="hero-way" d="M92 168C120 190 146 172 168 138S226 78 272 74" />
      <Note x={28} y={104} turn={-5} tint="blue" lines={[52, 38, 46]} />
      <Note x={138} y={74} turn={4} tint="yellow" lines={[46, 54, 30]} />
      <Note x={252} y={22} turn={-3} tint="green" lines={[50, 42, 54]} />
    </svg>
  );
}

type NoteProps = { x: number; y: number; turn: number; tint: string; lines: readonly number[] };

function Note({ x, y, turn, tint, lines }: NoteProps) {
  return (
    <g data-tint={tint} transform={`translate(${x} ${y}) rotate(${turn} 40 40)`}>
      <rect className="hero-shadow" x="3" y="6" width="80" height="80" rx="4" />
      <rect className="hero-note" width="80" height="80" rx="4" />
      {lines.map((length, at) => (
        <path key={`${at} ${length}`} className="hero-line" d={`M13 ${24 + at * 16}h${length}`} />
      ))}
    </g>
  );
}
