import { FileImportIcon } from '@navikt/aksel-icons';
import type { TemplateId } from '@samtavla/protocol';
import { useRef, useState } from 'react';
import * as m from '../i18n/generated/messages.js';
import { refusalSentence } from '../i18n/refusal-sentence.ts';
import { keepMyTemplate } from '../session/my-templates.ts';
import { parseJson } from '../session/parse-json.ts';
import { templateApi } from '../session/template-api.ts';

/** «Hent en mal fra fil»: it is found by its link, until who brought it shares it with everyone. */
export function BringIn({ onBrought }: { onBrought: (template: TemplateId) => void }) {
  const field = useRef<HTMLInputElement>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  /** Null until the server has asked for one. */
  const [code, setCode] = useState<string | null>(null);

  const bring = async (chosen: File | undefined) => {
    if (chosen === undefined || isBusy) return;
    setIsBusy(true);
    const file = parseJson(await chosen.text());
    const answer = await templateApi.bringIn(file, 'link', code ?? undefined);
    setIsBusy(false);
    if (field.current !== null) field.current.value = '';
    if (!answer.ok) {
      if (answer.reason === 'creation-code-wrong') setCode(code ?? '');
      return setProblem(refusalSentence(answer.reason));
    }
    setProblem(null);
    const { name } = (file as { template: { name: string } }).template;
    keepMyTemplate({ ...answer.value, name });
    onBrought(answer.value.id);
  };

  return (
    <>
      {code !== null && (
        <label className="ds-label">
          {m.draft_creation_code()}
          <input
            className="ds-input"
            value={code}
            autoComplete="off"
            onChange={({ target }) => setCode(target.value)}
            onKeyDown={(event) => {
              // It stands in the form that makes a board.
              if (event.key === 'Enter') event.preventDefault();
            }}
          />
        </label>
      )}
      <button
        type="button"
        className="ds-button"
        data-variant="secondary"
        aria-disabled={isBusy}
        onClick={() => field.current?.click()}
      >
        <FileImportIcon aria-hidden />
        {m.saved_bring_in()}
      </button>
      <input
        ref={field}
        type="file"
        hidden
        accept=".json,application/json"
        aria-label={m.saved_bring_in()}
        onChange={({ target }) => void bring(target.files?.[0])}
      />
      {problem !== null && (
        <p className="ds-alert" data-color="danger" data-size="sm" role="alert">
          {problem}
        </p>
      )}
    </>
  );
}
