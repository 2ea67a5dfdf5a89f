import { PadlockLockedIcon } from '@navikt/aksel-icons';
import type { RecordId } from '@samtavla/protocol';
import * as m from '../i18n/generated/messages.js';
import type { ListedMeasure } from './measure-list.ts';

type Props = { one: ListedMeasure; lang: string; onMeasure: (measure: RecordId) => void };

/** A measure's words, which open all of it. */
export function MeasureButton({ one, lang, onMeasure }: Props) {
  const text = one.text.trim();
  return (
    <button type="button" className="measure-button" onClick={() => onMeasure(one.id)}>
      {one.document === 'plan' && (
        <>
          <PadlockLockedIcon aria-hidden />
          <span className="ds-sr-only">{m.locked()}</span>
        </>
      )}
      {text === '' ? <em>{m.measure_empty()}</em> : <span lang={lang}>{text}</span>}
    </button>
  );
}
