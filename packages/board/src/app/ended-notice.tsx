import { REFUSALS, type RefusalCode } from '@samtavla/protocol';
import * as m from '../i18n/generated/messages.js';
import { entryRefusal } from '../i18n/entry-refusal.ts';
import type { Connection } from '../session/connection.ts';
import { useSignal } from '../session/use-signal.ts';
import { lazyView } from '../ui/lazy-view.tsx';
import { reloadPage } from '../ui/reload-page.ts';

const RegretButton = lazyView(() => import('./regret-button.tsx').then((module) => module.RegretButton));

type Props = { connection: Connection; refusal: RefusalCode; onRejoin: () => void };

/** The server said no for good: what is on the screen stays to be read and copied, and here is what to do. */
export function EndedNotice({ connection, refusal, onRejoin }: Props) {
  const { then } = REFUSALS[refusal];
  const [unsaved, onDevice] = [useSignal(connection.unsaved), useSignal(connection.onDevice)];
  return (
    <div className="board-notice ds-alert" data-color="danger" data-size="sm" role="alert">
      <p className="ds-paragraph">{entryRefusal(refusal)}</p>
      {unsaved && <p className="ds-paragraph">{onDevice ? m.ended_on_device() : m.ended_in_tab()}</p>}
      <div className="actions" data-color="accent">
        {refusal === 'board-deleted' && connection.joined.role === 'facilitator' && (
          <RegretButton joined={connection.joined} />
        )}
        {then === 'rejoin' ? (
          <button type="button" className="ds-button" data-size="sm" onClick={onRejoin}>
            {m.rejoin()}
          </button>
        ) : (
          <button type="button" className="ds-button" data-size="sm" onClick={() => void reloadPage()}>
            {m.reload()}
          </button>
        )}
        <a className="ds-button" data-variant="secondary" data-size="sm" href="/">
          {m.to_home()}
        </a>
      </div>
    </div>
  );
}
