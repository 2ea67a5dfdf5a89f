import type { RecordId } from '@samtavla/protocol';
import * as m from '../i18n/generated/messages.js';
import { measureLines, statusName, today } from '../i18n/measure-words.ts';
import { makeMeasures } from '../outline/measure-commands.ts';
import { ListedGroup } from './listed-group.tsx';
import { isTied, looseEnds } from './loose-ends.ts';
import { MeasureButton } from './measure-button.tsx';
import type { ListedMeasure } from './measure-list.ts';
import type { MeasuresShown } from './measures-shown.ts';

/** What is desired and nobody does anything about, what is done for no reason, what nobody has taken on, and what is late. */
export function LooseEndsView({ facts, open, add, onMeasure }: MeasuresShown) {
  const ends = looseEnds(open.outline, today());
  if (isTied(ends)) return <p className="measures-none">{m.measures_no_loose()}</p>;
  const answer = (id: RecordId) => {
    const [made] = makeMeasures(open.hand, [id]);
    if (made !== undefined) onMeasure(made);
  };
  const listed = (title: string, about: string | null, measures: readonly ListedMeasure[]) => (
    <ListedGroup title={title} about={about} count={measures.length}>
      {measures.map((one) => (
        <li key={one.id}>
          <MeasureButton one={one} lang={facts.locale} onMeasure={onMeasure} />
          <p className="measure-line">{[statusName(one.measure.status), ...measureLines(one, facts)].join(' · ')}</p>
        </li>
      ))}
    </ListedGroup>
  );
  return (
    <div className="loose-ends" data-size="sm">
      <ListedGroup title={m.measures_unanswered()} about={m.measures_unanswered_about()} count={ends.unanswered.length}>
        {ends.unanswered.map(({ id, text, zone, isTheme }) => (
          <li key={id}>
            <p className="loose-end">
              <span lang={facts.locale}>{isTheme ? m.template_theme({ text }) : text}</span>
              {zone !== null && (
                <span className="measure-line" lang={facts.locale}>
                  {zone.title}
                </span>
              )}
            </p>
            {add !== null && (
              <button
                type="button"
                className="ds-button"
                data-variant="secondary"
                aria-label={m.measure_answer_note({ text })}
                onClick={() => answer(id)}
              >
                {m.measure_answer()}
              </button>
            )}
          </li>
        ))}
      </ListedGroup>
      {listed(m.measures_groundless(), m.measures_groundless_about(), ends.groundless)}
      {listed(m.measures_unowned(), null, ends.unowned)}
      {listed(m.measures_late(), null, ends.late)}
    </div>
  );
}
