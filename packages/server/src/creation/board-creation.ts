import type { CreationCode } from './creation-code.ts';
import type { Login } from './login.ts';
import { Refused } from '../refused.ts';

/** What somebody brings who wants to make a board. */
export type Maker = {
  readonly code: string | undefined;
  /** What their browser kept of a login. */
  readonly login: string | undefined;
  readonly address: string;
};

/** Who may make boards on this server (`BOARD_CREATION`). */
export class BoardCreation {
  readonly #code: CreationCode;
  /** Null where nobody logs in. */
  readonly login: Login | null;

  constructor(code: CreationCode, login: Login | null) {
    this.#code = code;
    this.login = login;
  }

  /** Refuses whoever may not. */
  check({ code, login, address }: Maker): void {
    this.#code.check(code, address);
    if (this.login !== null && !this.login.isGood(login)) throw new Refused('login-needed');
  }
}
