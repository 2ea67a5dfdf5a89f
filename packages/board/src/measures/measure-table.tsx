import { SortDownIcon } from '@navikt/aksel-icons';
import type { PlanFacts } from '@samtavla/protocol';
import { useState } from 'react';
import * as m from '../i18n/generated/messages.js';
import { currentLocale } from '../i18n/locale.ts';
import { dayName, measureLines, statusName } from '../i18n/measure-words.ts';
import { useSmallScreen } from '../ui/small-screen.ts';
import { cellOf } from './as-text.ts';
import { MeasureButton } from './measure-button.tsx';
import { DueField, ListField, OwnerField, StatusField, WeightField } from './measure-choice.tsx';
import type { ListedMeasure } from './measure-list.ts';
import type { MeasuresShown } from './measures-shown.ts';
import { SORT_KEYS, sorted, type SortKey } from './sorted.ts';

const HEADINGS: Readonly<Record<SortKey, () => string>> = {
  text: m.measure,
  owner: m.measure_owner,
  due: m.measure_due,
  status: m.measure_status,
  level: m.measure_level,
  domain: m.measure_domain,
  effect: m.rating_effect,
  effort: m.rating_effort,
};

/** Every measure with its fields, each changed where it stands; a list of them on a small screen. */
export function MeasureTable(shown: MeasuresShown) {
  const isSmall = useSmallScreen();
  const [by, setBy] = useState<SortKey | null>(null);
  const { measures, facts } = shown;
  if (measures.length === 0) return null;
  const rows = by === null ? measures : sorted(measures, by, { ...facts, locale: currentLocale() });
  if (isSmall) return <AsList {...shown} measures={rows} />;
  return (
    <section className="measures-scroll" data-size="sm" aria-label={m.measures_table()}>
      <table className="measures-table">
        <thead>
          <tr>
            {SORT_KEYS.map((key) => (
              <th key={key} scope="col" aria-sort={key === by ? 'ascending' : undefined}>
                <button
                  type="button"
                  className="measure-sort"
                  aria-label={m.measures_sort_by({ what: HEADINGS[key]() })}
                  onClick={() => setBy(key === by ? null : key)}
                >
                  {HEADINGS[key]()}
                  {key === by && <SortDownIcon aria-hidden />}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((one) => (
            <Row key={one.id} one={one} {...shown} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ one, facts, open, set, onMeasure }: MeasuresShown & { one: ListedMeasure }) {
  const { id, measure, document } = one;
  const { locale: lang, levels, domains } = facts;
  const label = (name: string) => `${name}: ${one.text.trim() || m.measure_empty()}`;
  const given = (name: string) => ({ label: label(name), measure, onChange: (values: object) => set(id, values) });
  return (
    <tr data-status={measure.status}>
      <th scope="row">
        <MeasureButton one={one} lang={lang} onMeasure={onMeasure} />
      </th>
      {open.writable[document] ? (
        <>
          <td>
            <OwnerField lang={lang} {...given(m.measure_owner())} />
          </td>
          <td>
            <DueField {...given(m.measure_due())} />
          </td>
          <td>
            <StatusField {...given(m.measure_status())} />
          </td>
          <td>
            <ListField of="level" list={levels} lang={lang} {...given(m.measure_level())} />
          </td>
          <td>
            <ListField of="domain" list={domains} lang={lang} {...given(m.measure_domain())} />
          </td>
          <td>
            <WeightField of="effect" {...given(m.rating_effect())} />
          </td>
          <td>
            <WeightField of="effort" {...given(m.rating_effort())} />
          </td>
        </>
      ) : (
        SORT_KEYS.filter((key) => key !== 'text').map((key) => <td key={key}>{shownOf(one, key, facts)}</td>)
      )}
    </tr>
  );
}

/** As one reads it. */
function shownOf(one: ListedMeasure, key: Exclude<SortKey, 'text'>, facts: PlanFacts): string {
  const { due, [key]: value } = one.measure;
  if (key === 'due') return due === null ? '' : dayName(due);
  return typeof value === 'number' ? new Intl.NumberFormat(currentLocale()).format(value) : cellOf(one, key, facts);
}

function AsList({ measures, facts, onMeasure }: MeasuresShown) {
  return (
    <ul className="measure-cards">
      {measures.map((one) => (
        <li key={one.id} data-status={one.measure.status}>
          <MeasureButton one={one} lang={facts.locale} onMeasure={onMeasure} />
          <p className="measure-line">{[statusName(one.measure.status), ...measureLines(one, facts)].join(' · ')}</p>
        </li>
      ))}
    </ul>
  );
}
