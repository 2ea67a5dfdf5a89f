import { readPlanFacts } from '@samtavla/protocol';
import * as m from '../i18n/generated/messages.js';
import { readOutline } from '../outline/follow-outline.ts';
import type { OutlineNote, OutlineZone } from '../outline/outline-groups.ts';
import type { OldDocuments } from '../session/old-state.ts';

/** What the picture shows, for whoever does not see it, or sees it on a phone. */
export function VersionAsText({ documents }: { documents: OldDocuments }) {
  const { zones, loose } = readOutline(documents);
  return (
    <details className="ds-details version-text">
      <summary>{m.version_as_text()}</summary>
      <div lang={readPlanFacts(documents.plan).locale}>
        {zones.map((zone) => (
          <Zone key={zone.zone?.id} {...zone} />
        ))}
        {!isEmpty(loose) && <Zone {...loose} />}
      </div>
    </details>
  );
}

const isEmpty = ({ themes, notes }: OutlineZone): boolean => themes.length === 0 && notes.length === 0;

function Zone(group: OutlineZone) {
  const { zone, themes, notes } = group;
  return (
    <section>
      <h4>{zone?.title ?? m.version_outside()}</h4>
      {isEmpty(group) && <p>{m.version_empty_zone()}</p>}
      {themes.map((theme) => (
        <section key={theme.id}>
          <h5>{theme.title.trim() === '' ? m.kind_theme() : theme.title}</h5>
          <Notes notes={theme.notes} />
        </section>
      ))}
      <Notes notes={notes} />
    </section>
  );
}

function Notes({ notes }: { notes: readonly OutlineNote[] }) {
  if (notes.length === 0) return null;
  return (
    <ul>
      {notes.map(({ id, text }) => (
        <li key={id}>{text}</li>
      ))}
    </ul>
  );
}
