import './measures.css';
import type { PlanFacts, RecordId } from '@samtavla/protocol';
import { useId, type ReactNode } from 'react';
import * as m from '../i18n/generated/messages.js';
import { measureLines, statusName } from '../i18n/measure-words.ts';
import { deleteNotes } from '../outline/commands.ts';
import { makeNotes, setAnswer, setMeasure, setValue } from '../outline/measure-commands.ts';
import { TextField } from '../outline/view/text-field.tsx';
import { useOutline, type OpenOutline } from '../outline/view/use-outline.tsx';
import type { Connection } from '../session/connection.ts';
import { Modal } from '../ui/modal.tsx';
import { MeasureAnswers } from './measure-answers.tsx';
import { DueField, ListField, OwnerField, StatusField, ValueField, WeightField } from './measure-choice.tsx';
import { answerableIn, measuresIn, type Answerable, type ListedMeasure } from './measure-list.ts';

type Props = {
  connection: Connection;
  facts: PlanFacts;
  measure: RecordId;
  onShow: (records: readonly RecordId[]) => void;
  onClose: () => void;
};

/** All of a measure: its words, typed together, its fields, and what it answers. */
export function MeasureDialog({ connection, ...rest }: Props) {
  const open = useOutline(connection, 'place');
  return open === null ? null : <MeasureSheet open={open} {...rest} />;
}

/** The same, of a board that is open already. */
export function MeasureSheet({
  open,
  facts,
  measure: id,
  onShow,
  onClose,
}: Omit<Props, 'connection'> & { open: OpenOutline }) {
  const one = measuresIn(open.outline).find((each) => each.id === id);
  return (
    <Modal title={m.measure()} onClose={onClose} className="measure-dialog">
      {one === undefined ? (
        <p className="ds-paragraph">{m.outline_gone()}</p>
      ) : (
        <Whole key={id} one={one} open={open} facts={facts} onShow={onShow} onClose={onClose} />
      )}
    </Modal>
  );
}

type WholeProps = Pick<Props, 'facts' | 'onShow' | 'onClose'> & { one: ListedMeasure; open: OpenOutline };

function Whole({ one, open, facts, onShow, onClose }: WholeProps) {
  const { hand, history, outline, writable } = open;
  const mayWrite = writable[one.document] && one.fragment !== null;
  const turn = (way: 'undo' | 'redo') => history[way]();
  const show = (
    <button
      type="button"
      className="ds-button"
      data-variant="secondary"
      onClick={() => {
        onClose();
        onShow([one.id]);
      }}
    >
      {m.measure_show()}
    </button>
  );
  if (!mayWrite || one.fragment === null)
    return (
      <>
        <ReadMeasure one={one} facts={facts} answerable={answerableIn(outline)} />
        <div className="actions">{show}</div>
      </>
    );
  return (
    <>
      <div className="ds-field">
        <span className="ds-label" aria-hidden>
          {m.measure_text()}
        </span>
        <TextField
          fragment={one.fragment}
          label={m.measure_text()}
          lang={facts.locale}
          onUndo={turn}
          onDone={onClose}
        />
      </div>
      <Fields
        one={one}
        facts={facts}
        onChange={(values) => setMeasure(hand, one.id, values)}
        onValue={(value) => setValue(hand, one.id, value)}
      />
      <MeasureAnswers
        answers={one.answers}
        answerable={answerableIn(outline).filter(({ id }) => id !== one.id)}
        lang={facts.locale}
        onSet={(answered, isAnswered) => setAnswer(hand, one.id, answered, isAnswered)}
      />
      <div className="actions">
        {show}
        <button
          type="button"
          className="ds-button"
          data-variant="tertiary"
          onClick={() => {
            makeNotes(hand, [one.id]);
            onClose();
          }}
        >
          {m.measure_to_note()}
        </button>
        <button
          type="button"
          className="ds-button"
          data-variant="tertiary"
          onClick={() => {
            deleteNotes(hand, [one.id]);
            onClose();
          }}
        >
          {m.outline_delete()}
        </button>
      </div>
    </>
  );
}

type FieldsProps = {
  one: ListedMeasure;
  facts: PlanFacts;
  onChange: (values: object) => void;
  onValue: (value: string | null) => void;
};

function Fields({ one: { measure, value }, facts, onChange, onValue }: FieldsProps) {
  const id = useId();
  const { locale: lang, levels, sectors, domains, values } = facts;
  const field = (key: string, label: string, control: (id: string) => ReactNode) => (
    <div className="ds-field">
      <label className="ds-label" htmlFor={`${id}-${key}`}>
        {label}
      </label>
      {control(`${id}-${key}`)}
    </div>
  );
  const given = { measure, onChange, label: '' };
  return (
    <div className="measure-fields">
      {field('status', m.measure_status(), (of) => (
        <StatusField id={of} {...given} />
      ))}
      {field('owner', m.measure_owner(), (of) => (
        <OwnerField id={of} lang={lang} {...given} />
      ))}
      {field('due', m.measure_due(), (of) => (
        <DueField id={of} {...given} />
      ))}
      {levels.length > 0 &&
        field('level', m.measure_level(), (of) => (
          <ListField id={of} of="level" list={levels} lang={lang} {...given} />
        ))}
      {domains.length > 0 &&
        field('domain', m.measure_domain(), (of) => (
          <ListField id={of} of="domain" list={domains} lang={lang} {...given} />
        ))}
      {sectors.length > 0 &&
        field('role', m.measure_role(), (of) => <ListField id={of} of="role" list={sectors} lang={lang} {...given} />)}
      {values.length > 0 &&
        field('value', m.measure_value(), (of) => (
          <ValueField id={of} label="" value={value} list={values} lang={lang} onChange={onValue} />
        ))}
      {field('effect', m.rating_effect(), (of) => (
        <WeightField id={of} of="effect" {...given} />
      ))}
      {field('effort', m.rating_effort(), (of) => (
        <WeightField id={of} of="effort" {...given} />
      ))}
    </div>
  );
}

type ReadProps = { one: ListedMeasure; facts: PlanFacts; answerable: readonly Answerable[] };

/** For who may not change it. */
function ReadMeasure({ one, facts, answerable }: ReadProps) {
  const { text, measure, answers } = one;
  const answered = answerable.filter(({ id }) => answers.includes(id));
  return (
    <>
      <p className="ds-paragraph measure-words" lang={facts.locale}>
        {text.trim() === '' ? <em>{m.measure_empty()}</em> : text}
      </p>
      <ul className="measure-lines">
        <li>{statusName(measure.status)}</li>
        {measureLines(one, facts).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {answered.length > 0 && (
        <>
          <h3 className="ds-heading" data-size="2xs">
            {m.measure_answers()}
          </h3>
          <ul lang={facts.locale}>
            {answered.map(({ id, text: words }) => (
              <li key={id}>{words}</li>
            ))}
          </ul>
        </>
      )}
      <p className="measure-hint">{m.measure_readonly()}</p>
    </>
  );
}
