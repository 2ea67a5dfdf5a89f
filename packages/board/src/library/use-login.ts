import { isRefusalCode, type LoginResponse } from '@samtavla/protocol';
import { useEffect, useState } from 'react';
import { api } from '../session/api.ts';
import type { NoReason } from '../session/ask.ts';

export type Login = {
  /** Null until the server has said. */
  readonly state: LoginResponse['login'] | null;
  /** A maker of boards was refused for want of one. */
  readonly isNeeded: () => void;
  /** Null when it is done. */
  readonly logOut: () => Promise<NoReason | null>;
};

/** Whether making boards takes a login here, and whether this browser has one. */
export function useLogin(): Login {
  const [state, setState] = useState<Login['state']>(null);
  useEffect(() => {
    let isShown = true;
    const look = async () => {
      const answer = await api.login();
      if (isShown && answer.ok) setState(answer.value.login);
    };
    void look();
    return () => {
      isShown = false;
    };
  }, []);
  return {
    state,
    isNeeded: () => setState('needed'),
    async logOut() {
      const answer = await api.logOut();
      if (answer.ok) setState('needed');
      return answer.ok ? null : answer.reason;
    },
  };
}

/** Why a login that was begun here came to nothing: the server says it in the address it leads back to. */
export function loginTrouble(search: string): NoReason | null {
  const code = new URLSearchParams(search).get('login');
  return code !== null && isRefusalCode(code) ? code : null;
}
