import { isParticipantId, type PlanFacts } from '@samtavla/protocol';
import * as m from '../i18n/generated/messages.js';
import type { Presence } from '../session/presence.ts';
import { roleName } from '../i18n/role-name.ts';
import { useSignal } from '../session/use-signal.ts';
import { PersonMark } from '../ui/person-mark.tsx';
import type { Asked } from './people-dialog.tsx';
import type { PersonHere } from './people-here.ts';
import { perspectiveName } from './perspective-name.ts';
import { RemoveButton } from './remove-button.tsx';

type Props = {
  people: readonly PersonHere[];
  facts: PlanFacts;
  presence: Presence;
  /** Asks about one of them, or all; null for who is not in charge. */
  onAsk: ((asked: Asked) => void) | null;
};

export function PeoplePanel({ people, facts, presence, onAsk }: Props) {
  return (
    <>
      <h2 className="ds-heading who-heading" data-size="2xs">
        {m.here_count({ count: people.length })}
      </h2>
      <ul className="who-list">
        {people.map((person) => (
          <Person key={person.key} person={person} facts={facts} presence={presence} onRemove={onAsk} />
        ))}
      </ul>
      {onAsk !== null && (
        <button type="button" className="ds-button" data-variant="tertiary" data-size="sm" onClick={() => onAsk('all')}>
          {m.people_all()}
        </button>
      )}
    </>
  );
}

type PersonProps = {
  onRemove: ((asked: Asked) => void) | null;
  person: PersonHere;
  facts: PlanFacts;
  presence: Presence;
};

function Person({ person, facts, presence, onRemove }: PersonProps) {
  const following = useSignal(presence.following);
  const perspective = perspectiveName(person.perspective, facts);
  const { person: id } = person;
  const name = person.name ?? m.here_nameless();
  return (
    <li>
      <PersonMark name={person.name} />
      <span className="who-words">
        <span className="who-name">{person.self ? m.here_me({ name }) : name}</span>
        {perspective !== null && (
          <span className="who-perspective" lang={facts.locale}>
            {perspective}
          </span>
        )}
        {person.role !== 'participant' && <span className="who-perspective">{roleName(person.role)}</span>}
      </span>
      {person.peer !== null && (
        <button
          type="button"
          className="ds-button who-follow"
          data-variant="tertiary"
          data-size="sm"
          aria-pressed={following === person.peer}
          aria-label={m.follow_person({ name })}
          onClick={() => presence.follow(following === person.peer ? null : person.peer)}
        >
          {following === person.peer ? m.follow_stop() : m.follow()}
        </button>
      )}
      {onRemove !== null && id !== null && isParticipantId(id) && !person.self && (
        <RemoveButton name={name} onChoose={() => onRemove({ id, name })} />
      )}
    </li>
  );
}
