type SwatchesProps<Colour extends string> = {
  /** What is chosen here, for those who do not see it. */
  readonly legend: string;
  /** `note-colour` or `zone-tint`: the look of a swatch, and of their row with an `s` behind it. */
  readonly look: 'note-colour' | 'zone-tint';
  readonly colours: readonly Colour[];
  readonly names: Readonly<Record<Colour, string>>;
  readonly chosen: Colour | null;
  readonly onChoose: (colour: Colour) => void;
};

/** One colour of several: a radio group, each with its name. */
export function Swatches<Colour extends string>({
  legend,
  look,
  colours,
  names,
  chosen,
  onChoose,
}: SwatchesProps<Colour>) {
  return (
    <fieldset className={`${look}s`}>
      <legend className="ds-sr-only">{legend}</legend>
      {colours.map((colour) => (
        <label key={colour} className={look} data-colour={colour} data-tint={colour} title={names[colour]}>
          <input
            type="radio"
            name={look}
            className="ds-sr-only"
            checked={colour === chosen}
            onChange={() => onChoose(colour)}
          />
          <span className="ds-sr-only">{names[colour]}</span>
        </label>
      ))}
    </fieldset>
  );
}
