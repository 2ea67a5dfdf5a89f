import { readNotes, readPlanFacts, readZones, recordsOf, type Note } from '@samtavla/protocol';
import * as m from '../i18n/generated/messages.js';
import type { OldDocuments } from '../session/old-state.ts';

/** What the picture shows, for whoever does not see it, or sees it on a phone. */
export function VersionAsText({ documents: { plan, canvas } }: { documents: OldDocuments }) {
  const zones = readZones(plan);
  const known = new Set<string>(zones.map(({ id }) => id));
  const notes = [...readNotes(canvas).filter(({ id }) => !recordsOf(plan).has(id)), ...readNotes(plan)];
  const outside = notes.filter(({ zone }) => zone === null || !known.has(zone));
  return (
    <details className="ds-details version-text">
      <summary>{m.version_as_text()}</summary>
      <div lang={readPlanFacts(plan).locale}>
        {zones.map(({ id, title }) => (
          <NotesOf key={id} title={title} notes={notes.filter(({ zone }) => zone === id)} />
        ))}
        {outside.length > 0 && <NotesOf title={m.version_outside()} notes={outside} />}
      </div>
    </details>
  );
}

function NotesOf({ title, notes }: { title: string; notes: readonly Note[] }) {
  return (
    <section>
      <h4>{title}</h4>
      {notes.length === 0 ? (
        <p>{m.version_empty_zone()}</p>
      ) : (
        <ul>
          {notes.map(({ id, text }) => (
            <li key={id}>{text}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
