import { readPlanFacts, type PlanFacts } from '@samtavla/protocol';
import * as m from '../i18n/generated/messages.js';
import { readOutline } from '../outline/follow-outline.ts';
import type { OutlineNote, OutlineZone } from '../outline/outline-groups.ts';
import { MeasureFacts } from '../outline/view/measure-facts.tsx';
import type { OldDocuments } from '../session/old-state.ts';

/** What the picture shows, for whoever does not see it, or sees it on a phone. */
export function VersionAsText({ documents }: { documents: OldDocuments }) {
  const { zones, loose } = readOutline(documents);
  const facts = readPlanFacts(documents.plan);
  return (
    <details className="ds-details version-text">
      <summary>{m.version_as_text()}</summary>
      <div lang={facts.locale}>
        {zones.map((zone) => (
          <Zone key={zone.zone?.id} group={zone} facts={facts} />
        ))}
        {!isEmpty(loose) && <Zone group={loose} facts={facts} />}
      </div>
    </details>
  );
}

const isEmpty = ({ themes, notes }: OutlineZone): boolean => themes.length === 0 && notes.length === 0;

function Zone({ group, facts }: { group: OutlineZone; facts: PlanFacts }) {
  const { zone, themes, notes } = group;
  return (
    <section>
      <h4>{zone?.title ?? m.version_outside()}</h4>
      {isEmpty(group) && <p>{m.version_empty_zone()}</p>}
      {themes.map((theme) => (
        <section key={theme.id}>
          <h5>{theme.title.trim() === '' ? m.kind_theme() : theme.title}</h5>
          <Notes notes={theme.notes} facts={facts} />
        </section>
      ))}
      <Notes notes={notes} facts={facts} />
    </section>
  );
}

function Notes({ notes, facts }: { notes: readonly OutlineNote[]; facts: PlanFacts }) {
  if (notes.length === 0) return null;
  return (
    <ul>
      {notes.map(({ id, text, measure, answers }) => (
        <li key={id}>
          {text}
          {measure !== null && <MeasureFacts said={{ measure, answers }} names={facts} lang={facts.locale} />}
        </li>
      ))}
    </ul>
  );
}
