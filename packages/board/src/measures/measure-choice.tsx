/** The fields of a measure, each written as soon as it is chosen. They are the same in the table and in the dialog. */
import { dayOf, LIMITS, MEASURE_STATUSES, SCALE, type MeasureFields, type NamedChoice } from '@samtavla/protocol';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import * as m from '../i18n/generated/messages.js';
import { statusName } from '../i18n/measure-words.ts';

export type FieldProps = {
  /** How it is called where no label is seen. */
  label: string;
  id?: string;
  measure: MeasureFields;
  onChange: (values: Partial<MeasureFields>) => void;
};

export function StatusField({ label, id, measure, onChange }: FieldProps) {
  return (
    <select
      id={id}
      className="ds-input"
      aria-label={id === undefined ? label : undefined}
      value={measure.status}
      onChange={({ target }) =>
        onChange({ status: MEASURE_STATUSES.find((status) => status === target.value) ?? 'idea' })
      }
    >
      {MEASURE_STATUSES.map((status) => (
        <option key={status} value={status}>
          {statusName(status)}
        </option>
      ))}
    </select>
  );
}

type ListProps = FieldProps & { of: 'level' | 'role' | 'domain'; list: readonly NamedChoice[]; lang: string };

export function ListField({ label, id, measure, onChange, of, list, lang }: ListProps) {
  const chosen = list.some((one) => one.id === measure[of]) ? measure[of] : null;
  return (
    <select
      id={id}
      className="ds-input"
      aria-label={id === undefined ? label : undefined}
      value={chosen ?? ''}
      onChange={({ target }) => onChange({ [of]: target.value === '' ? null : target.value })}
    >
      <option value="">{m.measure_not_set()}</option>
      {list.map((one) => (
        <option key={one.id} value={one.id} lang={lang}>
          {one.name}
        </option>
      ))}
    </select>
  );
}

type ValueProps = {
  label: string;
  id?: string;
  value: string | null;
  list: readonly NamedChoice[];
  lang: string;
  onChange: (value: string | null) => void;
};

export function ValueField({ label, id, value, list, lang, onChange }: ValueProps) {
  return (
    <select
      id={id}
      className="ds-input"
      aria-label={id === undefined ? label : undefined}
      value={list.some((one) => one.id === value) ? (value ?? '') : ''}
      onChange={({ target }) => onChange(target.value === '' ? null : target.value)}
    >
      <option value="">{id === undefined ? m.measure_value() : m.measure_not_set()}</option>
      {list.map((one) => (
        <option key={one.id} value={one.id} lang={lang}>
          {one.name}
        </option>
      ))}
    </select>
  );
}

const STEPS = Array.from({ length: SCALE.most - SCALE.least + 1 }, (_, step) => SCALE.least + step);

/** What a vote came to need not be whole: it is shown as the step that is nearest until another is chosen. */
export function WeightField({ label, id, measure, onChange, of }: FieldProps & { of: 'effect' | 'effort' }) {
  const value = measure[of];
  return (
    <select
      id={id}
      className="ds-input"
      aria-label={id === undefined ? label : undefined}
      value={value === null ? '' : Math.round(value)}
      onChange={({ target }) => onChange({ [of]: target.value === '' ? null : Number(target.value) })}
    >
      <option value="">{m.measure_weight_none()}</option>
      {STEPS.map((step) => (
        <option key={step} value={step}>
          {step}
        </option>
      ))}
    </select>
  );
}

/** Written when one leaves it: of a name that two people change, one wins whole. */
export function OwnerField({ label, id, measure, onChange, lang }: FieldProps & { lang: string }) {
  const [draft, setDraft] = useState<string | null>(null);
  const keep = () => {
    const owner = draft?.trim().replaceAll(/\s+/g, ' ') ?? null;
    if (owner !== null && owner !== (measure.owner ?? '')) onChange({ owner: owner === '' ? null : owner });
    setDraft(null);
  };
  const kept = useRef(keep);
  useEffect(() => {
    kept.current = keep;
  });
  // What is half written when a dialog is closed counts.
  useEffect(() => () => kept.current(), []);
  const keyed = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) keep();
  };
  return (
    <input
      id={id}
      className="ds-input"
      aria-label={id === undefined ? label : undefined}
      lang={lang}
      maxLength={LIMITS.nameCharacters}
      value={draft ?? measure.owner ?? ''}
      onChange={({ target }) => setDraft(target.value)}
      onKeyDown={keyed}
      onBlur={keep}
    />
  );
}

/** A date that is not whole, or none, is told and not written. */
export function DueField({ label, id, measure, onChange }: FieldProps) {
  const field = useRef<HTMLInputElement>(null);
  const [isWrong, setIsWrong] = useState(false);
  useEffect(() => {
    const { current } = field;
    if (current !== null && current !== document.activeElement) current.value = measure.due ?? '';
  }, [measure.due]);
  const changed = () => {
    const { current } = field;
    if (current === null || current.validity.badInput) return;
    const day = dayOf(current.value);
    // Years of one digit are on the way to one of four.
    if (current.value !== '' && (day === null || day < EARLIEST)) return;
    setIsWrong(false);
    if (day !== measure.due) onChange({ due: day });
  };
  const left = () => {
    const { current } = field;
    if (current === null) return;
    const isOff = current.validity.badInput || (current.value !== '' && (dayOf(current.value) ?? '') < EARLIEST);
    setIsWrong(isOff);
    if (!isOff) current.value = measure.due ?? '';
  };
  return (
    <>
      <input
        ref={field}
        id={id}
        type="date"
        className="ds-input"
        aria-label={id === undefined ? label : undefined}
        aria-invalid={isWrong}
        defaultValue={measure.due ?? ''}
        min={EARLIEST}
        max={LATEST}
        onChange={changed}
        onBlur={left}
      />
      {isWrong && (
        <span className="measure-problem" role="alert">
          {m.measure_due_wrong()}
        </span>
      )}
    </>
  );
}

const [EARLIEST, LATEST] = ['2000-01-01', '9999-12-31'];
