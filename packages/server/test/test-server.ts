/** A real server on a free port, and what a test needs to talk to it. */
import {
  isRefusalCode,
  type CreateBoardRequest,
  type CreateBoardResponse,
  type JoinRequest,
  type JoinResponse,
  type RefusalCode,
  type Role,
} from '@samtavla/protocol';
import { onTestFinished } from 'vitest';
import { MemoryAssets } from '../src/assets/memory/memory-assets.ts';
import { startServer, type RunningServer, type ServerOptions } from '../src/server.ts';
import { MemoryStorage } from '../src/storage/memory/memory-storage.ts';

export const SECRET_KEY = 'a secret key for tests, which is long enough';

export type Answer<T = unknown> = { readonly status: number; readonly body: T; readonly headers: Headers };

export type TestServer = Omit<RunningServer, 'origins'> & {
  readonly url: string;
  readonly socketUrl: string;
  get<T>(path: string, token?: string): Promise<Answer<T>>;
  post<T>(path: string, body: unknown, headers?: Record<string, string>): Promise<Answer<T>>;
  put<T>(path: string, body: unknown, token: string): Promise<Answer<T>>;
  delete<T>(path: string, token: string): Promise<Answer<T>>;
};

/** Stopped when the test ends. */
export async function testServer(options: Partial<ServerOptions> = {}): Promise<TestServer> {
  const running = await startServer({
    storage: new MemoryStorage(),
    assets: new MemoryAssets(),
    secretKey: SECRET_KEY,
    host: '127.0.0.1',
    boardApp: '/nowhere',
    ...options,
  });
  let closed: Promise<void> | null = null;
  const close = () => (closed ??= running.close());
  onTestFinished(close);
  return { ...clientOf(running.port), port: running.port, retire: running.retire, close };
}

/** Talks to whatever listens on this port of this machine. */
export function clientOf(port: number): Pick<TestServer, 'url' | 'socketUrl' | 'get' | 'post' | 'put' | 'delete'> {
  const url = `http://127.0.0.1:${port}`;
  const answerOf = async <T>(response: Response): Promise<Answer<T>> => {
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') === true;
    return { status: response.status, body: (isJson ? JSON.parse(text) : text) as T, headers: response.headers };
  };
  return {
    url,
    socketUrl: `ws://127.0.0.1:${port}/sync`,
    get: async (path, token) =>
      answerOf(await fetch(url + path, token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } })),
    post: async (path, body, headers = {}) =>
      answerOf(
        await fetch(url + path, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers },
          body: typeof body === 'string' ? body : JSON.stringify(body),
        }),
      ),
    put: async (path, body, token) =>
      answerOf(
        await fetch(url + path, {
          method: 'PUT',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
          body: JSON.stringify(body),
        }),
      ),
    delete: async (path, token) =>
      answerOf(await fetch(url + path, { method: 'DELETE', headers: { authorization: `Bearer ${token}` } })),
  };
}

type Client = Pick<TestServer, 'post'>;

export type MadeBoard = CreateBoardResponse & { readonly secrets: Record<Role, string> };

export async function makeBoard(server: Client, wish: Partial<CreateBoardRequest> = {}): Promise<MadeBoard> {
  const { status, body } = await server.post<CreateBoardResponse>('/api/boards', {
    template: 'hvor-er-vi-hvor-vil-vi',
    locale: 'nb',
    ...wish,
  });
  if (status !== 201) throw new Error(`No board was made: ${status} ${JSON.stringify(body)}`);
  const secretIn = (link: string) => new URL(link).hash.slice(1);
  const { facilitator, participant, viewer } = body.links;
  return {
    ...body,
    secrets: { facilitator: secretIn(facilitator), participant: secretIn(participant), viewer: secretIn(viewer) },
  };
}

export async function join(
  server: Client,
  board: MadeBoard,
  role: Role,
  more: Partial<JoinRequest> = {},
): Promise<JoinResponse> {
  const { status, body } = await server.post<JoinResponse>(`/api/boards/${board.board.id}/join`, {
    secret: board.secrets[role],
    name: 'Kari',
    ...more,
  });
  if (status !== 200) throw new Error(`Nobody was let in: ${status} ${JSON.stringify(body)}`);
  return body;
}

export function codeOf({ body }: Answer): RefusalCode | null {
  const { code } = (body ?? {}) as { code?: unknown };
  return typeof code === 'string' && isRefusalCode(code) ? code : null;
}
