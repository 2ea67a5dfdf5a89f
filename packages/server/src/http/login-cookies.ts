import '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** A login on its way, and one that was reached. */
type Kind = 'begun' | 'login';

/**
 * What a browser keeps of a login; no script can read it. On its way back from the provider it must still send what was begun,
 * hence `lax`. A login goes along only with what our own pages ask.
 */
export class LoginCookies {
  readonly #isSecure: () => boolean;

  /** @param isSecure whether browsers reach this server by https: else they would not keep what is for https alone */
  constructor(isSecure: () => boolean) {
    this.#isSecure = isSecure;
  }

  kept(request: FastifyRequest, kind: Kind): string | undefined {
    return request.cookies[this.#name(kind)];
  }

  keep(reply: FastifyReply, kind: Kind, value: string, millis: number): void {
    reply.setCookie(this.#name(kind), value, { ...this.#how(kind), maxAge: Math.floor(millis / 1_000) });
  }

  drop(reply: FastifyReply, kind: Kind): void {
    reply.clearCookie(this.#name(kind), this.#how(kind));
  }

  /** `__Host-`: no other host of the same domain can set it (RFC 6265bis §4.1.3.2). */
  #name(kind: Kind): string {
    return `${this.#isSecure() ? '__Host-' : ''}samtavla-${kind}`;
  }

  #how(kind: Kind) {
    const sameSite = kind === 'begun' ? 'lax' : 'strict';
    return { path: '/', httpOnly: true, secure: this.#isSecure(), sameSite } as const;
  }
}
