import { PlusIcon } from '@navikt/aksel-icons';
import type { PlanZone, RecordId } from '@samtavla/protocol';
import { memo, useId, useState, type FormEvent } from 'react';
import * as m from '../../i18n/generated/messages.js';
import type { OutlineActions } from './outline-actions.ts';
import { OutlineNote, type AsMeasure } from './outline-note.tsx';
import type { OutlineNote as Note, OutlineTheme, OutlineZone } from '../outline-groups.ts';
import { TextField } from './text-field.tsx';
import { WriteNote } from './write-note.tsx';

type Shared = {
  /** The note or theme whose text is open; null when none is. */
  edited: RecordId | null;
  selected: ReadonlySet<RecordId>;
  act: OutlineActions;
};
type Props = Shared & {
  group: OutlineZone;
  isFiltered: boolean;
  /** Where one field serves all zones: leads there. Null where each has its own. */
  onWriteHere: ((zone: RecordId) => void) | null;
};

/** A zone: its question, a field to write in, its themes and notes. */
export const OutlineSection = memo(function OutlineSection({ group, isFiltered, onWriteHere, ...shared }: Props) {
  const { zone, themes, notes, shapes } = group;
  const { act } = shared;
  const writable = act.writable.canvas && !isFiltered;
  const writesHere = !isFiltered && act.mayWriteIn(zone?.id ?? null);
  const drawn = shapes.drawings + shapes.images + shapes.others;
  const id = useId();
  const here = zone?.id ?? '';
  const isEmpty = themes.length + notes.length === 0;
  const asMeasure = act.mayBeMeasured(zone) ? asMeasureIn(zone) : null;
  return (
    <section className="outline-zone" aria-labelledby={id} data-tint={zone?.tint ?? 'grey'}>
      <h2
        id={id}
        className="ds-heading"
        data-size="sm"
        lang={zone === null ? undefined : act.lang}
        tabIndex={-1}
        data-focus-of={zone?.id}
      >
        {zone === null ? m.outline_loose() : zone.title}
      </h2>
      {zone !== null && zone.question !== '' && (
        <p className="outline-question" lang={act.lang}>
          {zone.question}
        </p>
      )}
      {zone !== null && onWriteHere !== null && (
        <button
          type="button"
          className="ds-button write-here"
          data-variant="secondary"
          data-size="sm"
          onClick={() => onWriteHere(zone.id)}
        >
          <PlusIcon aria-hidden />
          {m.outline_write_in({ zone: zone.title })}
        </button>
      )}
      {(act.writable.canvas || act.writable.desk) && zone !== null && !act.isOpen(zone.id) && (
        <p className="outline-empty">{m.zone_closed()}</p>
      )}
      {writesHere && onWriteHere === null && (
        <WriteNote
          label={zone === null ? m.outline_write_loose() : m.outline_write_in({ zone: zone.title })}
          lang={act.lang}
          begun={act.begun.of(here)}
          onBegin={(text) => act.begun.keep(here, text)}
          onWrite={(text) => act.write(text, { zone: zone?.id ?? null })}
        />
      )}
      {themes.map((theme) => (
        <Theme key={theme.id} theme={theme} asMeasure={asMeasure} {...shared} />
      ))}
      {themes.length > 0 && notes.length > 0 && (
        <h3 className="ds-heading" data-size="2xs">
          {m.outline_no_theme()}
        </h3>
      )}
      <Notes notes={notes} here={here} asMeasure={asMeasure} {...shared} />
      {isEmpty && <p className="outline-empty">{isFiltered ? m.outline_none_match() : m.outline_empty()}</p>}
      {drawn > 0 && !isFiltered && <p className="outline-empty">{m.outline_drawings({ count: drawn })}</p>}
      {writable && zone?.kind === 'measures' && act.mayBeMeasured(zone) && (
        <button
          type="button"
          className="ds-button"
          data-variant="tertiary"
          data-size="sm"
          onClick={() => act.addMeasure(zone.id)}
        >
          {m.measures_new()}
        </button>
      )}
      {writable && <NewTheme onMake={(title) => act.makeTheme(title, zone?.id ?? null)} />}
    </section>
  );
});

/** Offered where one looks for measures: among them, among wishes, in what one found wise, and outside the zones. */
function asMeasureIn(zone: PlanZone | null): AsMeasure {
  switch (zone?.kind) {
    case undefined:
    case 'measures':
      return 'turned';
    case 'desired':
    case 'wise':
      return 'answered';
    default:
      return null;
  }
}

type InZone = Shared & { asMeasure: AsMeasure };

function Notes({ notes, here, edited, selected, ...more }: InZone & { notes: readonly Note[]; here: string }) {
  if (notes.length === 0) return null;
  return (
    <ul className="outline-notes">
      {notes.map((note) => (
        <OutlineNote
          key={note.id}
          note={note}
          here={here}
          isEdited={edited === note.id}
          isSelected={selected.has(note.id)}
          {...more}
        />
      ))}
    </ul>
  );
}

function Theme({ theme, ...shared }: InZone & { theme: OutlineTheme }) {
  const { act, edited, asMeasure } = shared;
  const fragment = edited === theme.id ? theme.fragment : null;
  const title = theme.title.trim() || m.outline_nameless_theme();
  return (
    <div className="outline-theme">
      <div className="outline-theme-head">
        <h3 className="ds-heading" data-size="2xs" lang={act.lang}>
          {title}
        </h3>
        {act.writable[theme.document] && fragment === null && (
          <div className="outline-actions" data-size="sm">
            <button
              type="button"
              className="ds-button"
              data-variant="tertiary"
              data-focus-of={theme.id}
              aria-label={m.outline_edit_note({ text: title })}
              onClick={() => act.edit(theme.id)}
            >
              {m.outline_edit()}
            </button>
            {asMeasure !== null && (
              <button
                type="button"
                className="ds-button"
                data-variant="tertiary"
                aria-label={m.measure_answer_note({ text: title })}
                onClick={() => act.makeMeasures([theme.id])}
              >
                {m.measure_answer()}
              </button>
            )}
            <button
              type="button"
              className="ds-button"
              data-variant="tertiary"
              aria-label={m.outline_delete_note({ text: title })}
              onClick={() => act.removeTheme(theme.id)}
            >
              {m.outline_delete()}
            </button>
          </div>
        )}
      </div>
      {fragment !== null && (
        <TextField
          fragment={fragment}
          label={m.outline_theme_field()}
          lang={act.lang}
          isOneLine
          onUndo={act.turn}
          onDone={() => act.edit(null)}
        />
      )}
      <Notes notes={theme.notes} here={theme.id} {...shared} />
      {theme.notes.length === 0 && <p className="outline-empty">{m.outline_empty()}</p>}
    </div>
  );
}

function NewTheme({ onMake }: { onMake: (title: string) => void }) {
  const id = useId();
  const [title, setTitle] = useState<string | null>(null);
  const make = (event: FormEvent) => {
    event.preventDefault();
    if (title === null || title.trim() === '') return;
    onMake(title.trim());
    setTitle(null);
  };
  if (title === null)
    return (
      <button type="button" className="ds-button" data-variant="tertiary" data-size="sm" onClick={() => setTitle('')}>
        {m.outline_new_theme()}
      </button>
    );
  return (
    <form className="new-theme" onSubmit={make}>
      <label className="ds-label" htmlFor={id}>
        {m.outline_theme_field()}
      </label>
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the button that was pressed has become this field */}
      <input id={id} className="ds-input" autoFocus value={title} onChange={({ target }) => setTitle(target.value)} />
      <button type="submit" className="ds-button" data-size="sm">
        {m.outline_theme_make()}
      </button>
      <button
        type="button"
        className="ds-button"
        data-variant="secondary"
        data-size="sm"
        onClick={() => setTitle(null)}
      >
        {m.outline_cancel()}
      </button>
    </form>
  );
}
