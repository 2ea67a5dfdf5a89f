import { isParticipantId, type PlanFacts } from '@samtavla/protocol';
import { useState } from 'react';
import * as m from '../i18n/generated/messages.js';
import { currentLocale } from '../i18n/locale.ts';
import type { Connection } from '../session/connection.ts';
import type { Presence } from '../session/presence.ts';
import { useSignal } from '../session/use-signal.ts';
import type { StoredSession } from '../session/stored-session.ts';
import { PanelButton } from '../ui/panel-button.tsx';
import { lazyView } from '../ui/lazy-view.tsx';
import { PersonMark } from '../ui/person-mark.tsx';
import type { Asked } from './people-dialog.tsx';
import { peopleHere, type PersonHere } from './people-here.ts';
import { RemoveButton } from './remove-button.tsx';
import { perspectiveName } from './perspective-name.ts';

const PeopleDialog = lazyView(() => import('./people-dialog.tsx').then((module) => module.PeopleDialog));

/** More marks than this say no more than the number. */
const MOST_MARKS = 4;

type Props = { connection: Connection; session: StoredSession; facts: PlanFacts; onShare: () => void };

export function WhoIsHere({ connection, session, facts, onShare }: Props) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const peers = useSignal(connection.presence.peers);
  const { participant, board } = connection.joined;
  const me = { ...participant, person: board.anonymous ? null : participant.id };
  const people = peopleHere(me, peers, currentLocale());
  const isInCharge = session.joined.role === 'facilitator' && !board.anonymous;
  return (
    <>
      <PanelButton
        className="who"
        label={m.here_count({ count: people.length })}
        face={
          <>
            <span className="who-marks">
              {people.slice(0, MOST_MARKS).map((person) => (
                <PersonMark key={person.key} name={person.name} />
              ))}
            </span>
            <span aria-hidden="true">{people.length}</span>
          </>
        }
      >
        <h2 className="ds-heading who-heading" data-size="2xs">
          {m.here_count({ count: people.length })}
        </h2>
        <ul className="who-list">
          {people.map((person) => (
            <Person
              key={person.key}
              person={person}
              facts={facts}
              presence={connection.presence}
              onRemove={isInCharge ? setAsked : null}
            />
          ))}
        </ul>
        {isInCharge && (
          <button
            type="button"
            className="ds-button"
            data-variant="tertiary"
            data-size="sm"
            onClick={() => setAsked('all')}
          >
            {m.people_all()}
          </button>
        )}
      </PanelButton>
      {asked !== null && (
        <PeopleDialog session={session} here={people} asked={asked} onShare={onShare} onClose={() => setAsked(null)} />
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
