import type { Dots, JoinResponse } from '@samtavla/protocol';
import { afterEach, expect, test, vi } from 'vitest';
import { ballotBox } from './ballot-box.ts';
import { textStorage } from './device-storage.ts';

const JOINED = { board: { id: 'b' }, token: 't' } as Pick<JoinResponse, 'board' | 'token'>;
/** A busy machine may take its time; nothing here waits for it. */
const PATIENCE = { timeout: 10_000 };
const votes = (count: number): Dots => ({ note: count }) as Dots;

/** A server that takes ballots while it can be reached, and a device that keeps them. */
function world() {
  const area = new Map<string, string>();
  const storage = textStorage(() => ({
    getItem: (key) => area.get(key) ?? null,
    setItem: (key, value) => void area.set(key, value),
    removeItem: (key) => void area.delete(key),
  }));
  const server = { ballot: null as unknown, isThere: true, refusal: null as string | null, asked: 0 };
  vi.stubGlobal('addEventListener', () => {});
  vi.stubGlobal('removeEventListener', () => {});
  vi.stubGlobal('fetch', async (_path: string, { method, body }: { method: string; body?: string }) => {
    if (!server.isThere) throw new TypeError('offline');
    server.asked += 1;
    if (method === 'PUT' && server.refusal !== null)
      return Response.json({ code: server.refusal, message: '' }, { status: 409 });
    if (method === 'PUT') server.ballot = JSON.parse(body ?? '');
    return Response.json({ ballot: server.ballot });
  });
  return { area, storage, server };
}

afterEach(() => void vi.unstubAllGlobals());

test('[N30] a ballot is sent as a whole, the newest alone, and is saved when the server has it', async () => {
  const { storage, server } = world();
  const box = ballotBox(JOINED, '1', false, storage);
  box.put(votes(1));
  box.put(votes(2));
  expect(box.now.get()).toMatchObject({ votes: votes(2), state: 'sending' });
  await vi.waitFor(() => expect(box.now.get().state).toBe('saved'), PATIENCE);
  expect(server.ballot).toEqual({ votes: votes(2), revision: 2 });
  box.close();
});

test('[N30] without a line it lies on the device, and the next tab sends it; of another vote nothing is brought along', async () => {
  const { storage, server } = world();
  server.isThere = false;
  const first = ballotBox(JOINED, '1', false, storage);
  first.put(votes(2));
  first.close();
  server.isThere = true;
  const other = ballotBox(JOINED, '2', false, storage);
  expect(other.now.get().votes).toEqual({});
  other.close();
  const second = ballotBox(JOINED, '1', false, storage);
  expect(second.now.get().votes).toEqual(votes(2));
  await vi.waitFor(() => expect(server.ballot).toEqual({ votes: votes(2), revision: 1 }), PATIENCE);
  second.close();
});

test('[N30] what was voted elsewhere since counts, and what the server does not take is said', async () => {
  const { storage, server } = world();
  server.ballot = { votes: votes(3), revision: 7 };
  const box = ballotBox(JOINED, '1', false, storage);
  await vi.waitFor(() => expect(box.now.get().votes).toEqual(votes(3)), PATIENCE);
  server.refusal = 'vote-closed';
  box.put(votes(1));
  await vi.waitFor(() => expect(box.now.get().refusal).toBe('vote-closed'), PATIENCE);
  box.close();
});
