import { PencilIcon } from '@navikt/aksel-icons';
import * as m from '../i18n/generated/messages.js';
import type { OpenDocument } from '../session/open-document.ts';
import { lazyView } from '../ui/lazy-view.tsx';

const TitleField = lazyView(() => import('./title-field.tsx').then((module) => module.TitleField));

type Props = {
  title: string;
  plan: OpenDocument;
  locale: string;
  renaming: boolean;
  onRenaming: (renaming: boolean) => void;
};

/** The board's title; who may write the plan renames the board by it. */
export function BoardTitle({ title, plan, locale, renaming, onRenaming }: Props) {
  if (renaming) return <TitleField title={title} plan={plan} onDone={() => onRenaming(false)} />;
  return (
    <div className="board-title">
      <h1 lang={locale} title={title}>
        {title}
      </h1>
      {plan.writable && (
        <button
          type="button"
          className="ds-button"
          data-variant="tertiary"
          data-icon="true"
          aria-label={m.rename()}
          title={m.rename()}
          onClick={() => onRenaming(true)}
        >
          <PencilIcon aria-hidden />
        </button>
      )}
    </div>
  );
}
