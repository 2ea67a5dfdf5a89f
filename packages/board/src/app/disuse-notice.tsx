import { XMarkIcon } from '@navikt/aksel-icons';
import type { BoardFacts, Millis } from '@samtavla/protocol';
import { useState } from 'react';
import * as m from '../i18n/generated/messages.js';
import { currentLocale } from '../i18n/locale.ts';

/** Said to whoever opens a board that nobody had used for so long that it was about to be deleted. */
export function DisuseNotice({ disuse }: { disuse: NonNullable<BoardFacts['disuse']> }) {
  const [isShown, setIsShown] = useState(true);
  if (!isShown) return null;
  return (
    <div className="board-notice ds-alert" data-color="warning" data-size="sm" role="alert">
      <p className="ds-paragraph">{m.disuse_warning({ since: day(disuse.since), deleted: day(disuse.deletedAt) })}</p>
      <button
        type="button"
        className="ds-button"
        data-variant="tertiary"
        data-icon="true"
        data-size="sm"
        aria-label={m.close()}
        onClick={() => setIsShown(false)}
      >
        <XMarkIcon aria-hidden />
      </button>
    </div>
  );
}

const day = (at: Millis): string => new Intl.DateTimeFormat(currentLocale(), { dateStyle: 'long' }).format(at);
