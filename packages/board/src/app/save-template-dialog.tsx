import '../library/library.css';
import './save-template.css';
import { type RecordId, type SavedTemplate, type SaveTemplateRequest } from '@samtavla/protocol';
import { useId, useMemo, useState, type FormEvent } from 'react';
import * as m from '../i18n/generated/messages.js';
import { refusalSentence } from '../i18n/refusal-sentence.ts';
import { TemplateFacts } from '../library/template-facts.tsx';
import { whatStands, type Standing } from '../outline/what-stands.ts';
import type { Connection } from '../session/connection.ts';
import { keepMyTemplate, myTemplates, type MyTemplate } from '../session/my-templates.ts';
import type { StoredSession } from '../session/stored-session.ts';
import { templateApi, templateFileAddress } from '../session/template-api.ts';
import { CopyField } from '../ui/copy-field.tsx';
import { Modal } from '../ui/modal.tsx';

type Props = { connection: Connection; session: StoredSession; title: string; onClose: () => void };

const PARTS = ['questions', 'phases', 'guide', 'perspectives'] as const;
const PART_NAMES = {
  questions: m.template_questions,
  phases: m.template_phases,
  guide: m.template_guide,
  perspectives: m.template_perspectives,
} as const;

/** «Lagre som mal»: the zones and what goes with them; of what people wrote nothing but what is ticked. */
export function SaveTemplateDialog({ connection, session, title, onClose }: Props) {
  const id = useId();
  const standing = useMemo(
    () => whatStands({ plan: connection.plan.doc, canvas: connection.canvas.doc }),
    [connection],
  );
  const [mine] = useState(() => (session.shared ? [] : myTemplates()));
  const [renewed, setRenewed] = useState<MyTemplate | null>(null);
  const [wish, setWish] = useState<Omit<SaveTemplateRequest, 'things'>>(() => ({
    name: title,
    description: '',
    visibility: 'link',
    questions: true,
    phases: true,
    guide: true,
    perspectives: true,
  }));
  const [ticked, setTicked] = useState<ReadonlySet<RecordId>>(new Set());
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [saved, setSaved] = useState<MyTemplate | null>(null);
  const change = (part: Partial<typeof wish>) => setWish({ ...wish, ...part });
  /** What is renewed keeps what it was for, and who finds it. */
  const asBefore = ({ name, description, visibility }: SavedTemplate) =>
    setWish((before) => ({ ...before, name, description, visibility }));
  const tick = (things: readonly RecordId[], isTicked: boolean) => {
    const next = new Set(ticked);
    for (const thing of things)
      if (isTicked) next.add(thing);
      else next.delete(thing);
    setTicked(next);
  };

  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    if (wish.name.trim() === '') return setProblem(m.template_name_missing());
    setIsBusy(true);
    const { board, token } = session.joined;
    const made = await saveOn(board.id, token, { ...wish, things: [...ticked] }, renewed);
    setIsBusy(false);
    if ('problem' in made) return setProblem(made.problem);
    if (!session.shared) keepMyTemplate(made);
    setSaved(made);
  };

  if (saved !== null)
    return (
      <Modal title={m.template_saved()} onClose={onClose} className="save-template">
        <SavedNow saved={saved} isShared={session.shared} />
      </Modal>
    );
  return (
    <Modal title={m.template_save()} onClose={onClose} className="save-template">
      <form onSubmit={(event) => void save(event)}>
        <p className="ds-paragraph">{m.template_save_about()}</p>
        {mine.length > 0 && (
          <div className="ds-field">
            <label className="ds-label" htmlFor={`${id}-which`}>
              {m.template_which()}
            </label>
            <select
              id={`${id}-which`}
              className="ds-input"
              value={renewed?.id ?? ''}
              onChange={({ target }) => {
                const one = mine.find((each) => each.id === target.value) ?? null;
                setRenewed(one);
                change({ name: one?.name ?? title });
                if (one !== null) void templateApi.one(one.id).then((answer) => answer.ok && asBefore(answer.value));
              }}
            >
              <option value="">{m.template_new()}</option>
              {mine.map((each) => (
                <option key={each.id} value={each.id}>
                  {m.template_renew({ name: each.name })}
                </option>
              ))}
            </select>
          </div>
        )}
        <TemplateFacts facts={wish} onChange={change} />
        <fieldset className="save-template-parts">
          <legend className="ds-label">{m.template_parts()}</legend>
          <p className="save-template-hint">{m.template_parts_about()}</p>
          {PARTS.map((part) => (
            <Tick
              key={part}
              isOn={wish[part]}
              onChange={(isOn) => change({ [part]: isOn })}
              text={PART_NAMES[part]()}
            />
          ))}
        </fieldset>
        <fieldset className="save-template-parts">
          <legend className="ds-label">{m.template_things()}</legend>
          <p className="save-template-hint">{m.template_things_about()}</p>
          {standing.drawings.length > 0 && (
            <Whole
              things={standing.drawings}
              ticked={ticked}
              onTick={tick}
              text={m.template_drawings({ count: standing.drawings.length })}
            />
          )}
          {standing.images.length > 0 && (
            <Whole
              things={standing.images}
              ticked={ticked}
              onTick={tick}
              text={m.template_images({ count: standing.images.length })}
            />
          )}
          {standing.zones.map((zone) => (
            <InZone key={zone.zone ?? ''} standing={zone} ticked={ticked} onTick={tick} />
          ))}
        </fieldset>
        {problem !== null && (
          <p className="ds-alert" data-color="danger" data-size="sm" role="alert">
            {problem}
          </p>
        )}
        <button type="submit" className="ds-button" aria-disabled={isBusy}>
          {m.template_save_now()}
        </button>
      </form>
    </Modal>
  );
}

type Saving = MyTemplate | { readonly problem: string };

async function saveOn(
  board: StoredSession['joined']['board']['id'],
  token: string,
  wish: SaveTemplateRequest,
  renewed: MyTemplate | null,
): Promise<Saving> {
  const name = wish.name.trim();
  if (renewed !== null) {
    const { id, editSecret } = renewed;
    const answer = await templateApi.renew(board, id, { ...wish, editSecret }, token);
    return answer.ok ? { ...renewed, name } : { problem: refusalSentence(answer.reason) };
  }
  const answer = await templateApi.save(board, wish, token);
  return answer.ok ? { ...answer.value, name } : { problem: refusalSentence(answer.reason) };
}

type TickProps = { isOn: boolean; text: string; lang?: string | undefined; onChange: (isOn: boolean) => void };

const Tick = ({ isOn, text, onChange }: TickProps) => (
  <label className="save-template-tick">
    <input type="checkbox" className="ds-input" checked={isOn} onChange={({ target }) => onChange(target.checked)} />
    <span>{text}</span>
  </label>
);

type Ticking = {
  ticked: ReadonlySet<RecordId>;
  onTick: (things: readonly RecordId[], isTicked: boolean) => void;
};

const Whole = ({ things, ticked, onTick, text }: Ticking & { things: readonly RecordId[]; text: string }) => (
  <Tick isOn={things.every((thing) => ticked.has(thing))} text={text} onChange={(isOn) => onTick(things, isOn)} />
);

function InZone({ standing: { zone, things }, ticked, onTick }: Ticking & { standing: Standing }) {
  const all = things.map(({ id }) => id);
  const count = all.filter((id) => ticked.has(id)).length;
  return (
    <details>
      <summary>{m.template_zone({ zone: zone ?? m.outline_loose(), count, all: all.length })}</summary>
      <Whole things={all} ticked={ticked} onTick={onTick} text={m.template_all_in_zone()} />
      {things.map(({ id, text, isTheme, isLocked }) => (
        <Tick
          key={id}
          isOn={ticked.has(id)}
          text={[isTheme ? m.template_theme({ text }) : text, ...(isLocked ? [m.template_locked()] : [])].join(' · ')}
          onChange={(isOn) => onTick([id], isOn)}
        />
      ))}
    </details>
  );
}

/** The links to use it and to change it, the second of which is shown once. */
function SavedNow({ saved: { id, link, editSecret, name }, isShared }: { saved: MyTemplate; isShared: boolean }) {
  return (
    <div className="save-template-done">
      <output className="ds-paragraph">{m.template_saved_about({ name })}</output>
      <CopyField label={m.saved_link()} value={link} primary />
      <CopyField label={m.template_edit_link()} value={`${link}#${editSecret}`} />
      <p className="save-template-hint">{isShared ? m.template_edit_link_shared() : m.template_edit_link_about()}</p>
      <a
        className="ds-button"
        data-variant="secondary"
        href={templateFileAddress(id)}
        download={`${name}.samtavla.json`}
      >
        {m.saved_download()}
      </a>
    </div>
  );
}
