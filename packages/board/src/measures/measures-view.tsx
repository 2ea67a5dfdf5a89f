import './measures.css';
import { isZoneOpen, type JoinResponse, type MeasureFields, type PlanFacts, type RecordId } from '@samtavla/protocol';
import { useMemo, useState, type KeyboardEvent } from 'react';
import * as m from '../i18n/generated/messages.js';
import { addMeasure, addMeasures, setMeasure } from '../outline/measure-commands.ts';
import { UndoButtons } from '../outline/view/outline-tools.tsx';
import { undoKey } from '../outline/view/text-field.tsx';
import { useOutline, type OpenOutline } from '../outline/view/use-outline.tsx';
import type { Connection } from '../session/connection.ts';
import { useSignal } from '../session/use-signal.ts';
import { CopyAs } from '../ui/copy-as.tsx';
import { lazyView } from '../ui/lazy-view.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { measuresAsText } from './as-text.ts';
import type { FoundMeasure } from './from-cells.ts';
import { GoalsView } from './goals-view.tsx';
import { LooseEndsView } from './loose-ends-view.tsx';
import { measuresIn, type ListedMeasure } from './measure-list.ts';
import { MeasureMatrix } from './measure-matrix.tsx';
import { MeasureTable } from './measure-table.tsx';
import { NewMeasure } from './new-measure.tsx';
import { SinceView } from './since-view.tsx';
import type { MeasuresShown } from './measures-shown.ts';
import { WeighedMeasures } from './weighed-measures.tsx';

const PasteDialog = lazyView(() => import('./paste-dialog.tsx').then((module) => module.PasteDialog));
const DomainsDialog = lazyView(() => import('./domains-dialog.tsx').then((module) => module.DomainsDialog));

type Props = {
  connection: Connection;
  facts: PlanFacts;
  /** Opens all of a measure. */
  onMeasure: (measure: RecordId) => void;
};

const LOOKS = ['table', 'goals', 'matrix', 'weighed', 'loose', 'since'] as const;
type Look = (typeof LOOKS)[number];
const NAMES: Readonly<Record<Look, () => string>> = {
  table: m.measures_table,
  goals: m.measures_goals,
  matrix: m.measures_matrix,
  weighed: m.measures_weighed,
  loose: m.measures_loose,
  since: m.since,
};

/** These are of measures alone, and say so where there are none. */
const OF_MEASURES: readonly Look[] = ['table', 'matrix', 'weighed'];

/** The measures of the board, as a table, by level and field, by effect and effort; what hangs in the air, and what has moved since last time. */
export function MeasuresView({ connection, facts, onMeasure }: Props) {
  const open = useOutline(connection, 'place');
  const stage = useSignal(connection.stage);
  const leads = connection.joined.role === 'facilitator';
  if (open === null) return <Waiting />;
  const isOpen = (zone: RecordId | null) => leads || isZoneOpen(stage, zone);
  return <OpenMeasures {...{ open, facts, isOpen, onMeasure }} joined={connection.joined} />;
}

type OpenProps = Omit<Props, 'connection'> & {
  open: OpenOutline;
  /** Whether one is to write in this zone now. */
  isOpen: (zone: RecordId | null) => boolean;
  /** By whom the server is asked; null for a board that it does not have. */
  joined: JoinResponse | null;
};

/** The same, of a board that is open already. */
export function OpenMeasures({ open, facts, isOpen, joined, onMeasure }: OpenProps) {
  const { hand, history, outline, writable } = open;
  const [look, setLook] = useState<Look>('table');
  const [role, setRole] = useState<string | null>(null);
  const [isNaming, setIsNaming] = useState(false);
  const [isPasting, setIsPasting] = useState(false);
  const [said, say] = useState('');
  const all = useMemo(() => measuresIn(outline), [outline]);
  const roles = facts.sectors.filter(({ id }) => all.some(({ measure }) => measure.role === id));
  const [value, setValueArea] = useState<string | null>(null);
  const measures = all.filter(
    (one) => (role === null || one.measure.role === role) && (value === null || (one.value ?? '') === value),
  );
  const shown: MeasuresShown = {
    measures,
    facts,
    open,
    onMeasure,
    set: (measure, values) => setMeasure(hand, measure, values),
    add:
      writable.canvas && mayMakeSome(open, isOpen)
        ? (text, fields = {}) => addMeasure(hand, { group: { zone: groundFor(open, fields) }, text, fields })
        : null,
  };
  const paste = (found: readonly FoundMeasure[]) => {
    const made = addMeasures(
      hand,
      found.map(({ text, fields }) => ({ group: { zone: groundFor(open, fields) }, text, fields })),
    );
    say(m.paste_added({ count: made.length }));
  };
  const turn = (way: 'undo' | 'redo') => history[way]();
  const keyed = (event: KeyboardEvent) => {
    const way = event.target instanceof HTMLElement && event.target.matches('input, textarea') ? null : undoKey(event);
    if (way === null) return;
    event.preventDefault();
    turn(way);
  };
  return (
    /* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the undo keys, wherever the focus is */
    <div className="measures" onKeyDown={keyed}>
      <h2 className="ds-heading" data-size="sm">
        {m.measures_title()}
      </h2>
      <div className="measures-tools" data-size="sm">
        <fieldset className="measures-looks" aria-label={m.measures_views()}>
          {LOOKS.filter((each) => each !== 'since' || joined !== null).map((each) => (
            <button
              key={each}
              type="button"
              className="ds-button"
              data-variant={each === look ? 'primary' : 'secondary'}
              aria-pressed={each === look}
              onClick={() => setLook(each)}
            >
              {NAMES[each]()}
            </button>
          ))}
        </fieldset>
        {roles.length > 0 && look !== 'since' && (
          <label className="measures-tool">
            <span>{m.measures_of_role()}</span>
            <select
              className="ds-input"
              value={role ?? ''}
              onChange={({ target }) => setRole(target.value === '' ? null : target.value)}
            >
              <option value="">{m.measures_all_roles()}</option>
              {roles.map(({ id, name }) => (
                <option key={id} value={id} lang={facts.locale}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
        {facts.values.length > 0 && OF_MEASURES.includes(look) && (
          <ValueLens values={facts.values} lang={facts.locale} measures={all} value={value} onValue={setValueArea} />
        )}
        {look === 'matrix' && writable.plan && (
          <button type="button" className="ds-button" data-variant="secondary" onClick={() => setIsNaming(true)}>
            {m.measures_domains_change()}
          </button>
        )}
        {measures.length > 0 && look !== 'since' && (
          <CopyAs label={m.copy_table()} words={(form) => measuresAsText(measures, form, facts)} />
        )}
        {shown.add !== null && look !== 'since' && (
          <button type="button" className="ds-button" data-variant="secondary" onClick={() => setIsPasting(true)}>
            {m.paste_measures()}
          </button>
        )}
        {writable.canvas && look !== 'since' && <UndoButtons history={history} act={{ turn }} />}
      </div>
      {all.length === 0 && OF_MEASURES.includes(look) && (
        <p className="measures-none">
          <strong>{m.measures_none()}</strong> {shown.add !== null && m.measures_none_about()}
        </p>
      )}
      {look === 'table' && <MeasureTable {...shown} />}
      {look === 'goals' && <GoalsView {...shown} />}
      {look === 'matrix' && <MeasureMatrix {...shown} />}
      {look === 'weighed' && <WeighedMeasures {...shown} />}
      {look === 'loose' && <LooseEndsView {...shown} />}
      {look === 'since' && joined !== null && <SinceView joined={joined} facts={facts} onMeasure={onMeasure} />}
      {shown.add !== null && (look === 'table' || look === 'weighed') && (
        <NewMeasure label={m.measures_new()} lang={facts.locale} onAdd={shown.add} />
      )}
      <output className="ds-sr-only">{said}</output>
      {isPasting && <PasteDialog facts={facts} onAdd={paste} onClose={() => setIsPasting(false)} />}
      {isNaming && <DomainsDialog plan={hand.plan} facts={facts} onClose={() => setIsNaming(false)} />}
    </div>
  );
}

type LensProps = {
  values: PlanFacts['values'];
  lang: string;
  measures: readonly ListedMeasure[];
  value: string | null;
  onValue: (value: string | null) => void;
};

/** How many measures there are in each value area, those with none too; one at a time is shown. */
function ValueLens({ values, lang, measures, value, onValue }: LensProps) {
  const count = (of: string) => measures.filter((one) => (one.value ?? '') === of).length;
  return (
    <label className="measures-tool">
      <span>{m.measure_value()}</span>
      <select
        className="ds-input"
        value={value === null ? 'all' : `is ${value}`}
        onChange={({ target }) => onValue(target.value === 'all' ? null : target.value.slice('is '.length))}
      >
        <option value="all">{m.measures_all_values({ count: measures.length })}</option>
        {values.map(({ id, name }) => (
          <option key={id} value={`is ${id}`} lang={lang}>
            {m.measures_value_count({ name, count: count(id) })}
          </option>
        ))}
        <option value="is ">{m.measures_no_value({ count: count('') })}</option>
      </select>
    </label>
  );
}

/** In a phase for other things the zones for measures are closed; a board without such a zone has room outside them. */
function mayMakeSome({ outline }: OpenOutline, isOpen: (zone: RecordId | null) => boolean): boolean {
  const ground = outline.zones.flatMap(({ zone }) => (zone?.kind === 'measures' ? [zone.id] : []));
  return ground.length === 0 ? isOpen(null) : ground.some(isOpen);
}

/** The zone that is the cell of these, else the first that is for measures. */
function groundFor({ outline }: OpenOutline, { level, domain }: Partial<MeasureFields>): RecordId | null {
  const zones = outline.zones.flatMap(({ zone }) => zone ?? []);
  const cell = zones.find(
    (zone) => zone.cell !== undefined && zone.cell.level === level && zone.cell.domain === domain,
  );
  return (cell ?? zones.find((zone) => zone.kind === 'measures' && zone.cell === undefined))?.id ?? null;
}
