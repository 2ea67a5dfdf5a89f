import type { Ref } from 'react';
import * as m from '../i18n/generated/messages.js';

type Props = { back: string; onFollow?: () => void; ref?: Ref<HTMLAnchorElement> };

/** Leads to the operator's identity provider, and then back to the path. */
export function LoginLink({ back, onFollow, ref }: Props) {
  return (
    <>
      <p className="ds-paragraph">{m.log_in_about()}</p>
      <a
        ref={ref}
        className="ds-button"
        data-size="lg"
        href={`/api/login/start?${new URLSearchParams({ back })}`}
        onClick={onFollow}
      >
        {m.log_in()}
      </a>
    </>
  );
}
