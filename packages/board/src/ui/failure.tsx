import * as m from '../i18n/generated/messages.js';
import { reloadPage } from './reload-page.ts';

export function Failure() {
  return (
    <div className="failure" role="alert">
      <h2 className="ds-heading" data-size="sm">
        {m.failure_title()}
      </h2>
      <p className="ds-paragraph">{m.failure_text()}</p>
      <div className="actions">
        <button type="button" className="ds-button" onClick={() => void reloadPage()}>
          {m.reload()}
        </button>
        <a className="ds-button" data-variant="secondary" href="/">
          {m.to_home()}
        </a>
      </div>
    </div>
  );
}
