import type { MeasureFields } from '@samtavla/protocol';
import * as m from '../../i18n/generated/messages.js';
import { measureLines, statusName, type MeasureNames } from '../../i18n/measure-words.ts';

type Props = { measure: MeasureFields; names: MeasureNames; lang: string };

/** What is said of a measure in the list: that it is one, how far it has come, who, when and where. */
export function MeasureFacts({ measure, names, lang }: Props) {
  return (
    <ul className="outline-measure" data-status={measure.status}>
      <li>
        <strong>{m.measure()}</strong>: {statusName(measure.status)}
      </li>
      {measureLines(measure, names).map((line) => (
        <li key={line} lang={line === measure.owner ? lang : undefined}>
          {line}
        </li>
      ))}
    </ul>
  );
}
