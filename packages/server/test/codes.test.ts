/** Short codes: what they lead to, when they end, and how far guessing comes. */
import { readdirSync, readFileSync } from 'node:fs';
import { join as joinPath } from 'node:path';
import type { BoardId, JoinResponse, Millis } from '@samtavla/protocol';
import { describe, expect, test } from 'vitest';
import { LinkVault } from '../src/links/link-vault.ts';
import { ShortCodes } from '../src/links/short-codes.ts';
import { Refused } from '../src/refused.ts';
import { MemoryStorage } from '../src/storage/memory/memory-storage.ts';
import { SqliteStorage } from '../src/storage/sqlite/sqlite-storage.ts';
import { temporaryDirectory } from './temporary-directory.ts';
import { codeOf, join, makeBoard, SECRET_KEY, testServer, type MadeBoard, type TestServer } from './test-server.ts';

const HOUR_MILLIS = 3_600_000;
type Shown = { readonly code: string; readonly expiresAt: Millis };

async function showCode(server: TestServer, { board }: MadeBoard, { token }: JoinResponse): Promise<Shown> {
  const headers = { authorization: `Bearer ${token}` };
  const { status, body } = await server.post<Shown>(`/api/boards/${board.id}/codes`, {}, headers);
  expect(status).toBe(200);
  return body;
}

const type = (server: TestServer, code: string) => server.post<{ link: string }>(`/api/codes/${code}`, {});

describe('a short code', () => {
  test('[L11] leads to the participants’ link, for eight hours', async () => {
    let now = 1_000_000;
    const server = await testServer({ now: () => now as Millis });
    const made = await makeBoard(server);
    const { code, expiresAt } = await showCode(server, made, await join(server, made, 'facilitator'));
    expect(code).toMatch(/^\d{8}$/);
    expect(expiresAt).toBe(now + 8 * HOUR_MILLIS);
    expect((await type(server, code)).body).toEqual({ link: made.links.participant });
    now += 8 * HOUR_MILLIS - 1;
    expect((await type(server, code)).status).toBe(200);
    now += 1;
    expect(codeOf(await type(server, code))).toBe('code-wrong');
  });

  test('[L11] ends with the next one, and with its link', async () => {
    const server = await testServer();
    const made = await makeBoard(server);
    const facilitator = await join(server, made, 'facilitator');
    const headers = { authorization: `Bearer ${facilitator.token}` };
    const link = `/api/boards/${made.board.id}/links/participant`;
    const first = await showCode(server, made, facilitator);
    const second = await showCode(server, made, facilitator);
    expect(codeOf(await type(server, first.code))).toBe('code-wrong');
    expect((await type(server, second.code)).status).toBe(200);
    await server.post(link, { inside: 'stay' }, headers);
    expect(codeOf(await type(server, second.code))).toBe('code-wrong');
    const third = await showCode(server, made, facilitator);
    await server.delete(link, facilitator.token);
    expect(codeOf(await type(server, third.code))).toBe('code-wrong');
    expect(codeOf(await server.post(`/api/boards/${made.board.id}/codes`, {}, headers))).toBe('link-closed');
  });

  test('[L11] is there after the server was started again, and stands nowhere in the database', async () => {
    const directory = temporaryDirectory();
    const before = await testServer({ storage: new SqliteStorage(directory) });
    const made = await makeBoard(before);
    const { code } = await showCode(before, made, await join(before, made, 'facilitator'));
    await before.close();
    for (const name of readdirSync(directory))
      expect(readFileSync(joinPath(directory, name)).includes(code)).toBe(false);
    const after = await testServer({ storage: new SqliteStorage(directory) });
    expect((await type(after, code)).status).toBe(200);
  });

  test('[L11] what is no code is a wrong one', async () => {
    const server = await testServer();
    for (const code of ['1234567', '123456789', '1234567a', '%20', '..%2f..'])
      expect(codeOf(await type(server, code))).toBe('code-wrong');
  });
});

describe('guessing at codes', () => {
  async function shown(now: () => Millis): Promise<{ codes: ShortCodes; code: string }> {
    const storage = new MemoryStorage();
    const [vault, id] = [new LinkVault(SECRET_KEY), 'board' as BoardId];
    const sealed = vault.seal(id, 'participant', 'the secret');
    const board = {
      id,
      title: '',
      template: 't',
      preset: 'p',
      locale: 'nb',
      anonymous: false,
      createdAt: now(),
    } as const;
    await storage.createBoard(
      board,
      [{ role: 'participant', hash: new Uint8Array([1]), sealed, closedAt: null, endsAt: null }],
      [],
    );
    const codes = new ShortCodes(storage, { vault, secretKey: SECRET_KEY, now });
    return { codes, code: (await codes.make(id)).code };
  }

  const outcome = async (codes: ShortCodes, code: string, address: string): Promise<string> => {
    try {
      return (await codes.linkBehind(code, address)).secret;
    } catch (error) {
      if (error instanceof Refused) return error.code;
      throw error;
    }
  };
  const other = (code: string) => String((Number(code) + 1) % 10 ** 8).padStart(8, '0');

  test('[L12] an address that has guessed too often is not told whether it was right, until it has waited', async () => {
    let now = 1_000_000;
    const { codes, code } = await shown(() => now as Millis);
    for (let n = 0; n < 30; n += 1) expect(await outcome(codes, other(code), 'a')).toBe('code-wrong');
    expect(await outcome(codes, other(code), 'a')).toBe('too-many');
    expect(await outcome(codes, code, 'a')).toBe('too-many');
    expect(await outcome(codes, code, 'b')).toBe('the secret');
    now += 10_000;
    expect(await outcome(codes, code, 'a')).toBe('the secret');
  });

  test('[L12] guesses from many addresses are counted for the whole server', async () => {
    let now = 1_000_000;
    const { codes, code } = await shown(() => now as Millis);
    const guesses = await Promise.all(
      Array.from({ length: 1_000 }, (_, n) => outcome(codes, other(code), `address ${n}`)),
    );
    expect(guesses.filter((one) => one === 'code-wrong')).toHaveLength(200);
    expect(await outcome(codes, code, 'somebody')).toBe('too-many');
    now += 1_000;
    expect(await outcome(codes, code, 'somebody')).toBe('the secret');
  });

  test('[L12] right codes do not count: a hall comes in by one address', async () => {
    const { codes, code } = await shown(() => 1_000_000 as Millis);
    for (let n = 0; n < 500; n += 1) expect(await outcome(codes, code, 'the hall')).toBe('the secret');
  });
});
