import * as m from '../i18n/generated/messages.js';

export function Failure() {
  return (
    <div className="failure" role="alert">
      <h2 className="ds-heading" data-size="sm">
        {m.failure_title()}
      </h2>
      <p className="ds-paragraph">{m.failure_text()}</p>
      <div className="actions">
        <button type="button" className="ds-button" onClick={() => location.reload()}>
          {m.reload()}
        </button>
        <a className="ds-button" data-variant="secondary" href="/">
          {m.to_home()}
        </a>
      </div>
    </div>
  );
}
