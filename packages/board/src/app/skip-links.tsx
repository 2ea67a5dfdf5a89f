import * as m from '../i18n/generated/messages.js';
import type { BoardView } from '../session/last-view.ts';

type Props = { view: BoardView; onView: (view: BoardView) => void };

const SKIP_TO: Readonly<Record<BoardView, () => string>> = {
  canvas: m.skip_to_canvas,
  outline: m.skip_to_list,
  measures: m.skip_to_measures,
};

/** The first that the keyboard comes to: past the bar, to what one is here for. */
export function SkipLinks({ view, onView }: Props) {
  return (
    <nav className="skip-links" aria-label={m.skip_label()} data-size="sm">
      <button
        type="button"
        className="ds-button"
        onClick={
          view === 'canvas' ? enterCanvas : () => focusFirst(['.measures button', '.outline textarea', '.outline'])
        }
      >
        {SKIP_TO[view]()}
      </button>
      {view === 'canvas' && (
        <>
          <button type="button" className="ds-button" onClick={() => focusFirst(['.tlui-toolbar button'])}>
            {m.skip_to_tools()}
          </button>
          <button type="button" className="ds-button" onClick={() => onView('outline')}>
            {m.skip_as_list()}
          </button>
        </>
      )}
    </nav>
  );
}

/** tldraw's own way in selects the first note; from there the keyboard goes from one to the next. */
function enterCanvas(): void {
  focusFirst(['.tl-container']);
  document.querySelector<HTMLElement>('.tl-skip-to-main-content')?.click();
}

/** A viewer's list has no field. */
function focusFirst(selectors: readonly string[]): void {
  for (const selector of selectors) {
    const target = document.querySelector<HTMLElement>(selector);
    if (target === null) continue;
    target.focus();
    return;
  }
}
