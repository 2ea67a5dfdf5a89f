import { DownloadIcon, PencilIcon, TrashIcon } from '@navikt/aksel-icons';
import type { EditTemplateRequest, SavedTemplate } from '@samtavla/protocol';
import { useState } from 'react';
import * as m from '../i18n/generated/messages.js';
import { refusalSentence } from '../i18n/refusal-sentence.ts';
import { forgetMyTemplate, myTemplates } from '../session/my-templates.ts';
import { secretFromAddress } from '../session/secret.ts';
import { templateApi, templateFileAddress } from '../session/template-api.ts';
import { CopyField } from '../ui/copy-field.tsx';
import { TemplateFacts } from './template-facts.tsx';

type Props = { template: SavedTemplate; onChanged: () => void; onGone: () => void };

/** What can be done with a saved template; more of it for who saved it, or has the link that saving gave. */
export function SavedTemplateTools({ template, onChanged, onGone }: Props) {
  const [doing, setDoing] = useState<'nothing' | 'editing' | 'deleting'>('nothing');
  const [problem, setProblem] = useState<string | null>(null);
  const editSecret = secretOf(template);
  const remove = async () => {
    if (editSecret === null) return;
    const answer = await templateApi.remove(template.id, editSecret);
    if (!answer.ok) return setProblem(refusalSentence(answer.reason));
    forgetMyTemplate(template.id);
    onGone();
    onChanged();
  };
  return (
    <section className="saved-tools" aria-label={m.saved_tools()}>
      <CopyField label={m.saved_link()} value={template.link} />
      <div className="actions">
        <a
          className="ds-button"
          data-variant="secondary"
          data-size="sm"
          href={templateFileAddress(template.id)}
          download={`${template.name}.samtavla.json`}
        >
          <DownloadIcon aria-hidden />
          {m.saved_download()}
        </a>
        {editSecret !== null && (
          <>
            <button
              type="button"
              className="ds-button"
              data-variant="tertiary"
              data-size="sm"
              onClick={() => setDoing('editing')}
            >
              <PencilIcon aria-hidden />
              {m.saved_edit()}
            </button>
            <button
              type="button"
              className="ds-button"
              data-variant="tertiary"
              data-size="sm"
              onClick={() => setDoing('deleting')}
            >
              <TrashIcon aria-hidden />
              {m.saved_delete()}
            </button>
          </>
        )}
      </div>
      {doing === 'editing' && editSecret !== null && (
        <EditTemplate
          template={template}
          editSecret={editSecret}
          onDone={() => {
            setDoing('nothing');
            onChanged();
          }}
        />
      )}
      {doing === 'deleting' && (
        <fieldset className="saved-doing" aria-label={m.saved_delete()}>
          <p className="ds-paragraph">{m.saved_delete_about()}</p>
          <div className="actions">
            <button
              type="button"
              className="ds-button"
              data-color="danger"
              data-size="sm"
              onClick={() => void remove()}
            >
              {m.saved_delete_confirm()}
            </button>
            <button
              type="button"
              className="ds-button"
              data-variant="secondary"
              data-size="sm"
              onClick={() => setDoing('nothing')}
            >
              {m.share_cancel()}
            </button>
          </div>
        </fieldset>
      )}
      {problem !== null && (
        <p className="ds-alert" data-color="danger" data-size="sm" role="alert">
          {problem}
        </p>
      )}
    </section>
  );
}

/** From this device's own templates, or from the link that one came by. */
const secretOf = ({ id }: SavedTemplate): string | null =>
  myTemplates().find((mine) => mine.id === id)?.editSecret ?? secretFromAddress(id);

type EditProps = { template: SavedTemplate; editSecret: string; onDone: () => void };

function EditTemplate({ template, editSecret, onDone }: EditProps) {
  const { name, description, visibility } = template;
  const [edited, setEdited] = useState<EditTemplateRequest>({ name, description, visibility });
  const [problem, setProblem] = useState<string | null>(null);
  const save = async () => {
    if (edited.name.trim() === '') return setProblem(m.template_name_missing());
    const answer = await templateApi.edit(template.id, edited, editSecret);
    if (answer.ok) onDone();
    else setProblem(refusalSentence(answer.reason));
  };
  return (
    <fieldset className="saved-doing" aria-label={m.saved_edit()}>
      <TemplateFacts
        facts={edited}
        onChange={(part) => setEdited({ ...edited, ...part })}
        onEnter={() => void save()}
      />
      {problem !== null && (
        <p className="ds-alert" data-color="danger" data-size="sm" role="alert">
          {problem}
        </p>
      )}
      <button type="button" className="ds-button" data-size="sm" onClick={() => void save()}>
        {m.saved_edit_save()}
      </button>
    </fieldset>
  );
}
