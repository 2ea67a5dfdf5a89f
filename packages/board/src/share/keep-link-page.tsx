import './share.css';
import * as m from '../i18n/generated/messages.js';
import { CopyField } from '../ui/copy-field.tsx';
import { PageFrame } from '../ui/page-frame.tsx';

/** «Ta vare på denne lenken»: between making a board and joining it, because the link is said once only. */
export function KeepLinkPage({ link, onKept }: { link: string; onKept: () => void }) {
  return (
    <PageFrame title={m.keep_title()}>
      <div className="sheet">
        <h1 className="ds-heading" data-size="sm">
          {m.keep_title()}
        </h1>
        <p className="ds-paragraph">{m.keep_about()}</p>
        <CopyField label={m.keep_link()} value={link} primary />
        <ul className="keep-advice">
          <li>{m.keep_advice_where()}</li>
          <li>{m.keep_advice_who()}</li>
          <li>{m.keep_advice_others()}</li>
        </ul>
        <button type="button" className="ds-button" onClick={onKept}>
          {m.keep_continue()}
        </button>
      </div>
    </PageFrame>
  );
}
