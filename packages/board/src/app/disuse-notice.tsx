import { XMarkIcon } from '@navikt/aksel-icons';
import type { BoardFacts, Millis } from '@samtavla/protocol';
import { useEffect, useState } from 'react';
import * as m from '../i18n/generated/messages.js';
import { currentLocale } from '../i18n/locale.ts';
import { api } from '../session/api.ts';
import type { StoredSession } from '../session/stored-session.ts';

/** Said to whoever opens a board that nobody had used for so long that it was about to be deleted. */
export function DisuseNotice({ session }: { session: StoredSession }) {
  const { board, token } = session.joined;
  const [disuse, setDisuse] = useState<BoardFacts['disuse']>();
  useEffect(() => {
    void api.facts(board.id, token).then((answer) => setDisuse(answer.ok ? answer.value.disuse : undefined));
  }, [board.id, token]);
  if (disuse === undefined) return null;
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
        onClick={() => setDisuse(undefined)}
      >
        <XMarkIcon aria-hidden />
      </button>
    </div>
  );
}

const day = (at: Millis): string => new Intl.DateTimeFormat(currentLocale(), { dateStyle: 'long' }).format(at);
