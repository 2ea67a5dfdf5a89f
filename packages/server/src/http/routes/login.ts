import { loginResponse, type RefusalCode } from '@samtavla/protocol';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { BEGUN_MILLIS, LOGIN_MILLIS, RETURN_PATH, type Login } from '../../creation/login.ts';
import { Refused } from '../../refused.ts';
import { withZod, type ApiParts } from '../api.ts';

/**
 * Logging in to make boards, where the operator asks for that. A browser goes to the provider and back by itself: so those
 * answers lead to pages, and the front page says what went wrong.
 */
export function loginRoutes(app: FastifyInstance, { creation: { login }, loginCookies: cookies }: ApiParts): void {
  const api = withZod(app);

  api.route({
    method: 'GET',
    url: '/api/login',
    schema: { response: { 200: loginResponse } },
    async handler(request, reply) {
      const isDone = login?.isGood(cookies.kept(request, 'login')) === true;
      const state = login === null ? 'not-needed' : isDone ? 'done' : 'needed';
      return reply.header('cache-control', 'no-store').send({ login: state });
    },
  });

  api.route({
    method: 'DELETE',
    url: '/api/login',
    handler(_request, reply) {
      cookies.drop(reply, 'login');
      return reply.code(204).send();
    },
  });

  api.route({
    method: 'GET',
    url: '/api/login/start',
    schema: { querystring: z.object({ back: z.string().default('/') }) },
    handler: (request, reply) =>
      lead(reply, async () => {
        const { to, begun } = await needed(login).begin(request.query.back);
        cookies.keep(reply, 'begun', begun, BEGUN_MILLIS);
        return to.href;
      }),
  });

  api.route({
    method: 'GET',
    url: RETURN_PATH,
    handler: (request, reply) =>
      lead(reply, async () => {
        const begun = cookies.kept(request, 'begun');
        cookies.drop(reply, 'begun');
        const reached = await needed(login).end(request.url.split('?')[1] ?? '', begun);
        cookies.keep(reply, 'login', reached.login, LOGIN_MILLIS);
        return reached.back;
      }),
  });
}

function needed(login: Login | null): Login {
  if (login === null) throw new Refused('route-unknown');
  return login;
}

/** What the front page has words for. */
const TOLD: readonly RefusalCode[] = ['login-refused', 'login-failed', 'login-unavailable', 'too-many'];

/** Leads a browser to where `way` says or, with the reason, to the front page. */
async function lead(reply: FastifyReply, way: () => Promise<string>): Promise<FastifyReply> {
  reply.header('cache-control', 'no-store');
  try {
    return await reply.redirect(await way(), 302);
  } catch (error) {
    if (!(error instanceof Refused && TOLD.includes(error.code))) throw error;
    reply.refusal = error.code;
    return reply.redirect(`/?login=${error.code}`, 302);
  }
}
