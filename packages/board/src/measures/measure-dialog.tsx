import './measures.css';
import type { PlanFacts, RecordId } from '@samtavla/protocol';
import { useId, type ReactNode } from 'react';
import * as m from '../i18n/generated/messages.js';
import { measureLines, statusName } from '../i18n/measure-words.ts';
import { deleteNotes } from '../outline/commands.ts';
import { makeNotes, setAnswer, setMeasure } from '../outline/measure-commands.ts';
import { TextField } from '../outline/view/text-field.tsx';
import { useOutline, type OpenOutline } from '../outline/view/use-outline.tsx';
import type { Connection } from '../session/connection.ts';
import { Modal } from '../ui/modal.tsx';
import { DueField, ListField, OwnerField, StatusField, WeightField } from './measure-choice.tsx';
import { answerableIn, measuresIn, type Answerable, type ListedMeasure } from './measure-list.ts';

type Props = {
  connection: Connection;
  facts: PlanFacts;
  measure: RecordId;
  onShow: (records: readonly RecordId[]) => void;
  onClose: () => void;
};

/** All of a measure: its words, typed together, its fields, and what it answers. */
export function MeasureDialog({ connection, facts, measure: id, onShow, onClose }: Props) {
  const open = useOutline(connection, 'place');
  const one = open === null ? undefined : measuresIn(open.outline).find((each) => each.id === id);
  if (open === null) return null;
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
      <Fields one={one} facts={facts} onChange={(values) => setMeasure(hand, one.id, values)} />
      <Answers
        answers={one.measure.answers}
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

type FieldsProps = { one: ListedMeasure; facts: PlanFacts; onChange: (values: object) => void };

function Fields({ one: { measure }, facts, onChange }: FieldsProps) {
  const id = useId();
  const { locale: lang, levels, sectors, domains } = facts;
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
      {field('effect', m.rating_effect(), (of) => (
        <WeightField id={of} of="effect" {...given} />
      ))}
      {field('effort', m.rating_effort(), (of) => (
        <WeightField id={of} of="effort" {...given} />
      ))}
    </div>
  );
}

type AnswersProps = {
  answers: readonly RecordId[];
  answerable: readonly Answerable[];
  lang: string;
  onSet: (answered: RecordId, isAnswered: boolean) => void;
};

/** A line of a list to choose from. */
const LONGEST = 80;

function Answers({ answers, answerable, lang, onSet }: AnswersProps) {
  const id = useId();
  const left = answerable.filter((one) => !answers.includes(one.id));
  const groups = Map.groupBy(left, ({ zone }) => zone?.title ?? m.outline_loose());
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="ds-heading" data-size="2xs">
        {m.measure_answers()}
      </h3>
      {answers.length === 0 && <p className="measure-hint">{m.measure_answers_none()}</p>}
      <ul className="measure-answers">
        {answers.map((answered) => {
          const text = answerable.find((one) => one.id === answered)?.text ?? null;
          return (
            <li key={answered}>
              {text === null ? <em>{m.measure_answers_gone()}</em> : <span lang={lang}>{text}</span>}
              <button
                type="button"
                className="ds-button"
                data-variant="tertiary"
                data-size="sm"
                aria-label={m.measure_answers_remove({ text: text ?? m.measure_answers_gone() })}
                onClick={() => onSet(answered, false)}
              >
                {m.remove()}
              </button>
            </li>
          );
        })}
      </ul>
      {left.length > 0 && (
        <select
          className="ds-input"
          aria-label={m.measure_answers_add()}
          value=""
          onChange={({ target }) => target.value !== '' && onSet(target.value as RecordId, true)}
        >
          <option value="">{m.measure_answers_choose()}</option>
          {[...groups].map(([zone, things]) => (
            <optgroup key={zone} label={zone}>
              {things.map((one) => (
                <option key={one.id} value={one.id} lang={lang}>
                  {excerptOf(one)}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      )}
    </section>
  );
}

const excerptOf = ({ text }: Answerable): string =>
  text.length > LONGEST ? `${text.slice(0, LONGEST).trimEnd()} …` : text;

type ReadProps = { one: ListedMeasure; facts: PlanFacts; answerable: readonly Answerable[] };

/** For who may not change it. */
function ReadMeasure({ one: { text, measure }, facts, answerable }: ReadProps) {
  const answered = answerable.filter(({ id }) => measure.answers.includes(id));
  return (
    <>
      <p className="ds-paragraph measure-words" lang={facts.locale}>
        {text.trim() === '' ? <em>{m.measure_empty()}</em> : text}
      </p>
      <ul className="measure-lines">
        <li>{statusName(measure.status)}</li>
        {measureLines(measure, facts).map((line) => (
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
