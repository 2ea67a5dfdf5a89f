import '../outline/view/outline.css';
import './example.css';
import { readPlanFacts, readZones, type PlanFacts, type RecordId } from '@samtavla/protocol';
import { useMemo, useState, type ReactNode } from 'react';
import { historyOver } from '../binding/history.ts';
import { FirstPainting } from '../canvas/first-painting/first-painting.tsx';
import * as m from '../i18n/generated/messages.js';
import { useLocale } from '../i18n/locale.ts';
import { MeasureSheet } from '../measures/measure-dialog.tsx';
import { OpenMeasures } from '../measures/measures-view.tsx';
import { readOutline } from '../outline/follow-outline.ts';
import { outlineActions } from '../outline/view/outline-actions.ts';
import { OutlineSection } from '../outline/view/outline-section.tsx';
import type { OpenOutline } from '../outline/view/use-outline.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { exampleBoard, type ExampleBoard } from './example-board.ts';

const VIEWS = ['picture', 'list', 'measures'] as const;
type View = (typeof VIEWS)[number];
const NAMES: Readonly<Record<View, () => string>> = {
  picture: m.view_canvas,
  list: m.view_outline,
  measures: m.view_measures,
};

/** A finished workshop to look at: made here in the browser, of nobody's board. */
export function ExamplePage() {
  const locale = useLocale();
  const board = useMemo(() => exampleBoard(locale), [locale]);
  const facts = useMemo(() => readPlanFacts(board.plan), [board]);
  const open = useMemo(() => opened(board), [board]);
  const [view, setView] = useState<View>('picture');
  const [measure, setMeasure] = useState<RecordId | null>(null);
  const views: Readonly<Record<View, ReactNode>> = {
    picture: <Picture board={board} facts={facts} />,
    list: <List open={open} facts={facts} onMeasure={setMeasure} />,
    measures: (
      <OpenMeasures key={locale} open={open} facts={facts} isOpen={() => true} joined={null} onMeasure={setMeasure} />
    ),
  };
  return (
    <PageFrame title={facts.title}>
      <p className="ds-tag">{m.example_label()}</p>
      <h1 className="ds-heading" data-size="lg">
        {facts.title}
      </h1>
      <p className="ds-paragraph lead">{m.example_about()}</p>
      <fieldset className="example-views" aria-label={m.example_views()}>
        {VIEWS.map((each) => (
          <button
            key={each}
            type="button"
            className="ds-button"
            data-variant={each === view ? 'primary' : 'secondary'}
            aria-pressed={each === view}
            onClick={() => setView(each)}
          >
            {NAMES[each]()}
          </button>
        ))}
      </fieldset>
      <div className="example-board">{views[view]}</div>
      <a className="ds-button" href="/">
        {m.example_make()}
      </a>
      {measure !== null && (
        <MeasureSheet
          open={open}
          facts={facts}
          measure={measure}
          onShow={() => setView('list')}
          onClose={() => setMeasure(null)}
        />
      )}
    </PageFrame>
  );
}

const NOTHING = { plan: false, canvas: false, desk: false } as const;

/** As who looks on has a board open. */
function opened({ plan, canvas }: ExampleBoard): OpenOutline {
  const outline = readOutline({ plan, canvas });
  const history = historyOver([]);
  const closed = { plan: { doc: plan, writable: false }, canvas: { doc: canvas, writable: false } };
  return {
    hand: { ...closed, history, author: null, perspective: {} },
    history,
    now: () => outline,
    outline,
    writable: NOTHING,
  };
}

function Picture({ board: { plan, canvas }, facts }: { board: ExampleBoard; facts: PlanFacts }) {
  return (
    <figure className="example-picture">
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- It is drawn, and there is no file to show. */}
      <div role="img" aria-label={m.example_picture()}>
        <FirstPainting
          plan={plan}
          canvas={canvas}
          writable={false}
          zones={readZones(plan)}
          facts={facts}
          locale={facts.locale}
          whole
        />
      </div>
    </figure>
  );
}

type ListProps = { open: OpenOutline; facts: PlanFacts; onMeasure: (measure: RecordId) => void };

const NONE_SELECTED: ReadonlySet<RecordId> = new Set();

function List({ open, facts, onMeasure }: ListProps) {
  const act = useMemo(() => {
    const nothing = () => {};
    const names = new Map(facts.sectors.map(({ id, name }) => [id, name]));
    return outlineActions({
      ...open,
      lang: facts.locale,
      isOpen: () => true,
      begun: { of: () => '', keep: nothing },
      measureNames: facts,
      sectors: names,
      dots: new Map(),
      openMeasure: onMeasure,
      say: nothing,
      focus: nothing,
      edit: nothing,
      select: nothing,
    });
  }, [open, facts, onMeasure]);
  return (
    <div className="outline">
      {open.outline.zones.map((group) => (
        <OutlineSection
          key={group.zone?.id}
          group={group}
          isFiltered={false}
          edited={null}
          selected={NONE_SELECTED}
          act={act}
          onWriteHere={null}
        />
      ))}
    </div>
  );
}
