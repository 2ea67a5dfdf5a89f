/** What is chosen from for a note: where it goes, and its colour. */
import { NOTE_COLOURS, type NoteColour } from '@samtavla/protocol';
import { colourName } from '../../i18n/colour-name.ts';
import * as m from '../../i18n/generated/messages.js';
import { PanelButton } from '../../ui/panel-button.tsx';
import type { Group } from '../laying.ts';
import type { Outline } from '../outline-groups.ts';

/** Where a note may go, and what it is called. */
export type Place = { readonly key: string; readonly name: string; readonly group: Group };

/** Every zone, and under it its themes; last the page outside them. */
export function placesIn({ zones, loose }: Outline): Place[] {
  return [...zones, loose].flatMap(({ zone, themes }): Place[] => {
    const name = zone?.title ?? m.outline_loose();
    const inThemes = themes.map(({ id, title }) => {
      const theme = title.trim() || m.outline_nameless_theme();
      return { key: id, name: `${name}: ${theme}`, group: { theme: id } };
    });
    return [{ key: zone?.id ?? '', name, group: { zone: zone?.id ?? null } }, ...inThemes];
  });
}

type PlaceProps = {
  label: string;
  /** Asked when they are to be shown. */
  places: () => readonly Place[];
  /** The key of where it is. */
  here: string | null;
  onChoose: (place: Place) => void;
};

export function PlaceChoice({ label, ...list }: PlaceProps) {
  return (
    <PanelButton label={label} face={m.outline_move()}>
      <PlaceList {...list} />
    </PanelButton>
  );
}

function PlaceList({ places, here, onChoose }: Omit<PlaceProps, 'label'>) {
  return (
    <ul className="choice-list">
      {places()
        .filter(({ key }) => key !== here)
        .map((place) => (
          <li key={place.key}>
            <button
              type="button"
              className="ds-button"
              data-variant="tertiary"
              data-size="sm"
              onClick={() => onChoose(place)}
            >
              {place.name}
            </button>
          </li>
        ))}
    </ul>
  );
}

type ColourProps = { label: string; chosen: NoteColour | null; onChoose: (colour: NoteColour) => void };

export function ColourChoice({ label, chosen, onChoose }: ColourProps) {
  return (
    <PanelButton label={label} face={m.outline_colour()}>
      <ul className="choice-list">
        {NOTE_COLOURS.map((colour) => (
          <li key={colour}>
            <button
              type="button"
              className="ds-button"
              data-variant="tertiary"
              data-size="sm"
              aria-pressed={colour === chosen}
              onClick={() => onChoose(colour)}
            >
              <span className="colour-sample" data-colour={colour} aria-hidden />
              {colourName(colour)}
            </button>
          </li>
        ))}
      </ul>
    </PanelButton>
  );
}
