/** The parts of a measure's paper. */
import { MenuElipsisHorizontalIcon } from '@navikt/aksel-icons';
import type { RecordId } from '@samtavla/protocol';
import { useContext } from 'react';
import { stopEventPropagation } from 'tldraw';
import type { MeasureSaid } from '../../i18n/measure-words.ts';
import { BoardWords } from '../board-words.ts';
import { MeasureOpening } from './measure-opening.ts';

export function MeasureHead({ id, said }: { id: RecordId; said: MeasureSaid }) {
  const words = useContext(BoardWords);
  const open = useContext(MeasureOpening);
  return (
    <div className="measure-head">
      {words.measure(said).head}
      {/* Not for the keyboard, which has the panel: a page of cards would be a page of stops. */}
      <button
        type="button"
        tabIndex={-1}
        aria-hidden
        title={words.openMeasure}
        onPointerDown={stopEventPropagation}
        onTouchEnd={stopEventPropagation}
        onClick={() => open(id)}
      >
        <MenuElipsisHorizontalIcon aria-hidden />
      </button>
    </div>
  );
}

export function MeasureFoot({ said }: { said: MeasureSaid }) {
  const { lines } = useContext(BoardWords).measure(said);
  if (lines.length === 0) return null;
  return (
    <ul className="measure-foot">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
