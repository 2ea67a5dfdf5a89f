import { EyeSlashIcon, PadlockLockedIcon } from '@navikt/aksel-icons';
import { memo } from 'react';
import { colourName } from '../../i18n/colour-name.ts';
import * as m from '../../i18n/generated/messages.js';
import { ColourChoice, PlaceChoice } from './choices.tsx';
import type { OutlineActions } from './outline-actions.ts';
import type { OutlineNote as Note } from '../outline-groups.ts';
import { MeasureFacts } from './measure-facts.tsx';
import { TextField } from './text-field.tsx';

type Props = {
  note: Note;
  /** The key of the theme or zone that it is in. */
  here: string;
  /** Whether it becomes a measure where it stands, or is answered by one; null where that is not offered. */
  asMeasure: AsMeasure;
  isEdited: boolean;
  isSelected: boolean;
  act: OutlineActions;
};

export type AsMeasure = 'turned' | 'answered' | null;

/** Enough of a text to know it by. */
const EXCERPT = 40;

export const OutlineNote = memo(function OutlineNote({ note, here, asMeasure, isEdited, isSelected, act }: Props) {
  const text = note.text.trim() === '' ? m.outline_empty_note() : excerptOf(note.text);
  // What is on one's desk is one's own, also when its round is over.
  const isOurs = note.document === 'desk' || act.writable[note.document];
  const dots = act.dots(note.id);
  const isLocked = note.document === 'plan';
  const by = [note.author?.name, act.sectorName(note.perspective.sector)].filter(Boolean).join(' · ');
  return (
    <li className="outline-note" data-colour={note.colour} {...(!isOurs && { tabIndex: -1, 'data-focus-of': note.id })}>
      {isEdited ? (
        <NoteField note={note} act={act} />
      ) : (
        <p className="outline-text" lang={act.lang}>
          {note.text.trim() === '' ? <em>{m.outline_empty_note()}</em> : note.text}
        </p>
      )}
      {note.measure !== null && (
        <MeasureFacts
          said={{ measure: note.measure, answers: note.answers }}
          names={act.measureNames}
          lang={act.lang}
        />
      )}
      <p className="outline-by">
        {note.privately !== null && (
          <span className="outline-private">
            <EyeSlashIcon aria-hidden />
            {note.privately.isHeld ? m.desk_held_back() : m.desk_only_you()}
          </span>
        )}
        {isLocked && (
          <span className="outline-private">
            <PadlockLockedIcon aria-hidden />
            {m.locked()}
          </span>
        )}
        {dots > 0 && <strong className="outline-dots">{m.vote_dots({ count: dots })}</strong>}
        {by !== '' && <span lang={act.lang}>{by}</span>}
        <span className="outline-colour-name">{colourName(note.colour)}</span>
      </p>
      {isOurs && !isEdited && (
        <div className="outline-actions" data-size="sm">
          <input
            type="checkbox"
            className="ds-input"
            aria-label={m.outline_select_note({ text })}
            checked={isSelected}
            onChange={({ target }) => act.select(note.id, target.checked)}
          />
          <button
            type="button"
            className="ds-button"
            data-variant="tertiary"
            data-focus-of={note.id}
            aria-disabled={note.fragment === null}
            aria-label={m.outline_edit_note({ text })}
            onClick={() => note.fragment !== null && act.edit(note.id)}
          >
            {m.outline_edit()}
          </button>
          {note.measure !== null && (
            <button
              type="button"
              className="ds-button"
              data-variant="tertiary"
              aria-label={m.measure_details_note({ text })}
              onClick={() => act.openMeasure(note.id)}
            >
              {m.measure_details()}
            </button>
          )}
          {note.measure === null && asMeasure !== null && note.privately === null && (
            <button
              type="button"
              className="ds-button"
              data-variant="tertiary"
              aria-label={asMeasure === 'turned' ? m.measure_make_note({ text }) : m.measure_answer_note({ text })}
              onClick={() => act.makeMeasures([note.id])}
            >
              {asMeasure === 'turned' ? m.measure_make() : m.measure_answer()}
            </button>
          )}
          <PlaceChoice
            label={m.outline_move_note({ text })}
            places={act.places}
            here={here}
            onChoose={(place) => act.move([note.id], place)}
          />
          <ColourChoice
            label={m.outline_colour_note({ text })}
            chosen={note.colour}
            onChoose={(colour) => act.colour([note.id], colour)}
          />
          {act.lock !== null && note.privately === null && (
            <button
              type="button"
              className="ds-button"
              data-variant="tertiary"
              aria-label={isLocked ? m.unlock_note({ text }) : m.lock_note({ text })}
              onClick={() => act.lock?.([note.id], !isLocked)}
            >
              {isLocked ? m.unlock() : m.lock()}
            </button>
          )}
          {note.privately !== null && (
            <button
              type="button"
              className="ds-button"
              data-variant="tertiary"
              aria-pressed={note.privately.isHeld}
              aria-label={m.desk_hold_note({ text })}
              onClick={() => act.hold([note.id], note.privately?.isHeld === false)}
            >
              {m.desk_hold()}
            </button>
          )}
          <button
            type="button"
            className="ds-button"
            data-variant="tertiary"
            aria-label={m.outline_delete_note({ text })}
            onClick={() => act.remove([note.id])}
          >
            {m.outline_delete()}
          </button>
        </div>
      )}
    </li>
  );
});

function NoteField({ note, act }: { note: Note; act: OutlineActions }) {
  const { fragment } = note;
  if (fragment === null) return null;
  return (
    <div className="outline-field">
      <TextField
        fragment={fragment}
        label={m.outline_note_field()}
        lang={act.lang}
        onUndo={act.turn}
        onDone={() => act.edit(null)}
      />
      <button type="button" className="ds-button" data-size="sm" onClick={() => act.edit(null)}>
        {m.outline_done()}
      </button>
    </div>
  );
}

function excerptOf(text: string): string {
  const line = text.trim().replaceAll(/\s+/g, ' ');
  return line.length > EXCERPT ? `${line.slice(0, EXCERPT).trimEnd()} …` : line;
}
