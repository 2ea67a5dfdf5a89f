import type { BoardChange, EndedGathering, JoinResponse, PlanFacts, RecordId, VersionId } from '@samtavla/protocol';
import { useCallback, useEffect, useState } from 'react';
import * as m from '../i18n/generated/messages.js';
import { currentLocale } from '../i18n/locale.ts';
import { refusalSentence } from '../i18n/refusal-sentence.ts';
import type { Answer, NoReason } from '../session/ask.ts';
import { versionApi } from '../session/version-api.ts';
import { Waiting } from '../ui/waiting.tsx';
import { changeLines } from './change-words.ts';
import { EndGathering } from './end-gathering.tsx';
import { ListedGroup } from './listed-group.tsx';
import { grouped, nextNumber, type ChangeGroup } from './since.ts';

const TITLES: Readonly<Record<ChangeGroup, () => string>> = {
  done: m.since_done,
  'come-true': m.since_come_true,
  measures: m.since_measures,
  'new-measures': m.since_new_measures,
  moved: m.since_moved,
  reworded: m.since_reworded,
  'new-notes': m.since_new_notes,
};

type Props = {
  joined: JoinResponse;
  facts: PlanFacts;
  /** Opens all of a measure. */
  onMeasure: (measure: RecordId) => void;
};

/** What has moved since a gathering, the latest unless another is chosen; and, for who leads, the end of this one. */
export function SinceView({ joined, facts, onMeasure }: Props) {
  const { board, token, role } = joined;
  const [answer, setAnswer] = useState<Answer<{ gatherings: readonly EndedGathering[] }> | null>(null);
  const [chosen, choose] = useState<VersionId | null>(null);
  const [looks, setLooks] = useState(0);
  const [said, say] = useState('');
  const list = useCallback(() => versionApi.gatherings(board.id, token).then(setAnswer), [board.id, token]);
  useEffect(() => void list(), [list]);
  if (answer === null) return <Waiting />;
  if (!answer.ok) return <Refused reason={answer.reason} onAgain={() => void list()} />;
  const { gatherings } = answer.value;
  const since = gatherings.find(({ id }) => id === chosen) ?? gatherings[0];
  return (
    <div className="since" data-size="sm">
      {since === undefined ? (
        <p className="measures-none">
          <strong>{m.since_none()}</strong> {m.since_none_about()}
        </p>
      ) : (
        <>
          <div className="measures-tools">
            <label className="measures-tool">
              <span>{m.since_which()}</span>
              <select
                className="ds-input"
                value={since.id}
                onChange={({ target }) => choose(target.value as VersionId)}
              >
                {gatherings.map(({ id, name, endedAt }) => (
                  <option key={id} value={id} lang={facts.locale}>
                    {m.since_gathering({ name, day: dayOfTime(endedAt) })}
                  </option>
                ))}
              </select>
            </label>
            <button type="button" className="ds-button" data-variant="secondary" onClick={() => setLooks(looks + 1)}>
              {m.since_again()}
            </button>
          </div>
          <Changes key={`${since.id} ${looks}`} joined={joined} since={since} facts={facts} onMeasure={onMeasure} />
        </>
      )}
      {role === 'facilitator' && (
        <EndGathering
          key={gatherings.length}
          joined={joined}
          lang={facts.locale}
          suggested={m.since_gathering_number({ number: nextNumber(gatherings) })}
          onEnded={(name) => {
            say(m.since_ended({ name }));
            choose(null);
            void list();
          }}
        />
      )}
      <output className="since-said">{said}</output>
    </div>
  );
}

const dayOfTime = (at: number): string => new Intl.DateTimeFormat(currentLocale(), { dateStyle: 'medium' }).format(at);

type ChangesProps = Props & { since: EndedGathering };
type Told = { readonly changes: readonly BoardChange[]; readonly more: number };

function Changes({ joined: { board, token }, since, facts, onMeasure }: ChangesProps) {
  const [answer, setAnswer] = useState<Answer<Told> | null>(null);
  const compare = useCallback(
    () => versionApi.changesSince(board.id, since.id, token).then(setAnswer),
    [board.id, since.id, token],
  );
  useEffect(() => void compare(), [compare]);
  if (answer === null) return <Waiting />;
  if (!answer.ok) return <Refused reason={answer.reason} onAgain={() => void compare()} />;
  const told = answer.value;
  if (told.changes.length === 0) return <p className="measures-none">{m.since_nothing()}</p>;
  return (
    <div className="loose-ends since-changes">
      {grouped(told.changes).map(({ group, changes }) => (
        <ListedGroup key={group} title={TITLES[group]()} count={changes.length}>
          {changes.map((change) => (
            <li key={change.id}>
              {change.isMeasure ? (
                <button type="button" className="measure-button" onClick={() => onMeasure(change.id)}>
                  <span lang={facts.locale}>{change.text}</span>
                </button>
              ) : (
                <p className="loose-end" lang={facts.locale}>
                  {change.text}
                </p>
              )}
              {changeLines(change, facts).map((line) => (
                <p key={line} className="measure-line">
                  {line}
                </p>
              ))}
            </li>
          ))}
        </ListedGroup>
      ))}
      {told.more > 0 && <p className="measure-hint">{m.since_more({ count: told.more })}</p>}
    </div>
  );
}

function Refused({ reason, onAgain }: { reason: NoReason; onAgain: () => void }) {
  return (
    <div className="since-refused">
      <p className="ds-alert" data-color="danger" data-size="sm" role="alert">
        {refusalSentence(reason)}
      </p>
      <button type="button" className="ds-button" data-variant="secondary" onClick={onAgain}>
        {m.try_again()}
      </button>
    </div>
  );
}
