import './people-dialog.css';
import { now, type ParticipantId, type PersonOnBoard } from '@samtavla/protocol';
import { useEffect, useState } from 'react';
import * as m from '../i18n/generated/messages.js';
import { currentLocale } from '../i18n/locale.ts';
import { refusalSentence } from '../i18n/refusal-sentence.ts';
import { relativeDay } from '../i18n/relative-day.ts';
import { roleName } from '../i18n/role-name.ts';
import { api } from '../session/api.ts';
import type { NoReason } from '../session/ask.ts';
import type { StoredSession } from '../session/stored-session.ts';
import { Modal } from '../ui/modal.tsx';
import { PersonMark } from '../ui/person-mark.tsx';
import type { PersonHere } from './people-here.ts';
import { RemoveButton } from './remove-button.tsx';
import { TakeOutWriting } from './take-out-writing.tsx';
import { RemovePerson } from './remove-person.tsx';

/** Whom a facilitator asks about: one person, or all. */
export type Asked = 'all' | { readonly id: ParticipantId; readonly name: string };

type Props = {
  session: StoredSession;
  here: readonly PersonHere[];
  asked: Asked;
  onShare: () => void;
  onClose: () => void;
};

/** «Alle som har vært her», and what a facilitator may do about one of them. */
export function PeopleDialog({ session, here, asked, onShare, onClose }: Props) {
  const [chosen, setChosen] = useState(asked);
  const [takesOut, setTakesOut] = useState(false);
  if (takesOut && chosen !== 'all') return <TakeOutWriting session={session} person={chosen} onClose={onClose} />;
  if (chosen !== 'all')
    return (
      <RemovePerson
        session={session}
        person={chosen}
        onShare={onShare}
        onTakeOut={() => setTakesOut(true)}
        onClose={onClose}
      />
    );
  return (
    <Modal title={m.people_title()} onClose={onClose} className="people">
      <EverybodySoFar
        session={session}
        here={here}
        onChoose={setChosen}
        onTakeOut={(person) => {
          setChosen(person);
          setTakesOut(true);
        }}
      />
    </Modal>
  );
}

type ListProps = Pick<Props, 'session' | 'here'> &
  Record<'onChoose' | 'onTakeOut', (person: Exclude<Asked, 'all'>) => void>;

function EverybodySoFar({ session, here, onChoose, onTakeOut }: ListProps) {
  const { board, token, participant: me } = session.joined;
  const [people, setPeople] = useState<readonly PersonOnBoard[] | null>(null);
  const [refused, setRefused] = useState<NoReason | null>(null);
  useEffect(() => {
    const fetchPeople = async () => {
      const answer = await api.people(board.id, token);
      if (answer.ok) setPeople(answer.value.people);
      else setRefused(answer.reason);
    };
    void fetchPeople();
  }, [board.id, token]);
  if (refused !== null)
    return (
      <p className="ds-alert" data-color="danger" data-size="sm" role="alert">
        {refusalSentence(refused)}
      </p>
    );
  if (people === null) return <p className="ds-paragraph">{m.people_fetching()}</p>;
  const isHere = (id: ParticipantId) => here.some(({ person }) => person === id);
  return (
    <ul className="people-list">
      {people.map((person) => {
        const name = person.name ?? m.here_nameless();
        return (
          <li key={person.id}>
            <PersonMark name={person.name} />
            <span className="people-words">
              <span className="people-name">{person.id === me.id ? m.here_me({ name }) : name}</span>
              <span className="people-about">{aboutOf(person, isHere(person.id))}</span>
            </span>
            <button
              type="button"
              className="ds-button"
              data-variant="tertiary"
              data-size="sm"
              aria-label={m.take_out_person({ name })}
              onClick={() => onTakeOut({ id: person.id, name })}
            >
              {m.take_out()}
            </button>
            {!person.removed && person.id !== me.id && (
              <RemoveButton name={name} onChoose={() => onChoose({ id: person.id, name })} />
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** «Deltaker · kom i går · er her nå». */
function aboutOf({ roles, joinedAt, removed }: PersonOnBoard, isHere: boolean): string {
  const came = m.people_came({ day: relativeDay(joinedAt, now(), currentLocale()) });
  const state = removed ? [m.people_removed()] : isHere ? [m.people_here()] : [];
  return [...roles.map(roleName), came, ...state].join(' · ');
}
