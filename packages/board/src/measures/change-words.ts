import type { BoardChange, MeasureField, MeasureStatus } from '@samtavla/protocol';
import * as m from '../i18n/generated/messages.js';
import { dayName, statusName, type MeasureNames } from '../i18n/measure-words.ts';

const FIELD_NAMES: Readonly<Record<MeasureField, () => string>> = {
  status: m.measure_status,
  owner: m.measure_owner,
  due: m.measure_due,
  level: m.measure_level,
  role: m.measure_role,
  domain: m.measure_domain,
  effect: m.rating_effect,
  effort: m.rating_effort,
};

type Field = BoardChange['fields'][number];

/** What is said of a change beside its words, a line each. Of a new measure its fields are told as they are. */
export function changeLines(change: BoardChange, names: MeasureNames): string[] {
  const { isNew, wasNote, isReworded, moved, fields } = change;
  const place = (zone: NonNullable<BoardChange['moved']>['from']) => zone?.title ?? m.version_outside();
  return [
    ...(wasNote ? [m.since_was_note()] : []),
    ...(isReworded ? [m.since_reworded_line()] : []),
    ...(moved === null ? [] : [m.since_moved_line({ from: place(moved.from), to: place(moved.to) })]),
    ...fields.map((field) => fieldLine(field, isNew || wasNote, names)),
  ];
}

function fieldLine({ field, from, to }: Field, isFirst: boolean, names: MeasureNames): string {
  const name = FIELD_NAMES[field]();
  const [before, now] = [valueName(field, from, names), valueName(field, to, names)];
  if (to === null) return m.since_field_gone({ field: name, from: before });
  return from === null || isFirst
    ? m.since_field_filled({ field: name, to: now })
    : m.since_field_line({ field: name, from: before, to: now });
}

function valueName(field: MeasureField, value: Field['to'], { levels, sectors, domains }: MeasureNames): string {
  const named = (list: MeasureNames['levels']) =>
    list.find(({ id }) => id === value)?.name ?? m.since_no_longer_listed();
  if (value === null) return '';
  if (field === 'status') return statusName(value as MeasureStatus);
  if (field === 'due') return dayName(String(value));
  if (field === 'level') return named(levels);
  if (field === 'domain') return named(domains);
  if (field === 'role') return named(sectors);
  return String(value);
}
