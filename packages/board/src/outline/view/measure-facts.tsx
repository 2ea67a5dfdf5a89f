import * as m from '../../i18n/generated/messages.js';
import { measureLines, statusName, type MeasureNames, type MeasureSaid } from '../../i18n/measure-words.ts';

type Props = { said: MeasureSaid; names: MeasureNames; lang: string };

/** What is said of a measure in the list: that it is one, how far it has come, who, when and where. */
export function MeasureFacts({ said, names, lang }: Props) {
  const { measure } = said;
  return (
    <ul className="outline-measure" data-status={measure.status}>
      <li>
        {m.measure()}: {statusName(measure.status)}
      </li>
      {measureLines(said, names).map((line) => (
        <li key={line} lang={line === measure.owner ? lang : undefined}>
          {line}
        </li>
      ))}
    </ul>
  );
}
