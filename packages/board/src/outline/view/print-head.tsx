import type { PlanFacts } from '@samtavla/protocol';
import * as m from '../../i18n/generated/messages.js';
import { currentLocale } from '../../i18n/locale.ts';
import type { Outline } from '../outline-groups.ts';
import { countNotes } from '../sift.ts';

/** What a sheet of paper says above the list; on the screen the bar says it. */
export function PrintHead({ facts, outline }: { facts: PlanFacts; outline: Outline }) {
  const date = new Intl.DateTimeFormat(currentLocale(), { dateStyle: 'long' }).format();
  return (
    <header className="print-head">
      <h1 lang={facts.locale}>{facts.title}</h1>
      <p>{m.print_about({ date, count: countNotes(outline) })}</p>
    </header>
  );
}
