/** How much of the most there is, drawn; nothing for none. */
export const VoteMeasure = ({ count, most }: { count: number; most: number }) =>
  count > 0 && (
    <span className="vote-measure" aria-hidden>
      <span style={{ inlineSize: `${(100 * count) / most}%` }} />
    </span>
  );
