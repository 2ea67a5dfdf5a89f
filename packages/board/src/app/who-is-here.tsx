import type { PlanFacts } from '@samtavla/protocol';
import { useState } from 'react';
import * as m from '../i18n/generated/messages.js';
import type { Connection } from '../session/connection.ts';
import type { StoredSession } from '../session/stored-session.ts';
import { PanelButton } from '../ui/panel-button.tsx';
import { lazyView } from '../ui/lazy-view.tsx';
import { PersonMark } from '../ui/person-mark.tsx';
import type { Asked } from './people-dialog.tsx';
import { usePeopleHere } from './use-people-here.ts';

const PeoplePanel = lazyView(() => import('./people-panel.tsx').then((module) => module.PeoplePanel));
const PeopleDialog = lazyView(() => import('./people-dialog.tsx').then((module) => module.PeopleDialog));

/** More marks than this say no more than the number. */
const MOST_MARKS = 4;

type Props = { connection: Connection; session: StoredSession; facts: PlanFacts; onShare: () => void };

export function WhoIsHere({ connection, session, facts, onShare }: Props) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const people = usePeopleHere(connection);
  const isInCharge = session.joined.role === 'facilitator' && !connection.joined.board.anonymous;
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
        <PeoplePanel
          people={people}
          facts={facts}
          presence={connection.presence}
          onAsk={isInCharge ? setAsked : null}
        />
      </PanelButton>
      {asked !== null && (
        <PeopleDialog session={session} here={people} asked={asked} onShare={onShare} onClose={() => setAsked(null)} />
      )}
    </>
  );
}
