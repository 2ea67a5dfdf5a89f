import { PROTOCOL_VERSION } from '@samtavla/protocol';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ask, type Question } from './ask.ts';

const anything = { safeParse: (value: unknown) => ({ success: true as const, data: value }) };
const nothing = { safeParse: () => ({ success: false as const }) };
const question: Question = { method: 'POST', path: '/api/boards', body: { a: 1 }, token: 't', repeatable: true };

const fetched = vi.fn<(path: string, init: RequestInit) => Promise<Response>>();
const answer = (status: number, body: unknown) => Promise.resolve(new Response(JSON.stringify(body), { status }));
const refusal = (status: number, code: string) => answer(status, { code, message: '' });

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('fetch', fetched.mockReset());
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});
async function asked(over: Partial<Question> = {}, schema: typeof anything | typeof nothing = anything) {
  const asking = ask<unknown>({ ...question, ...over }, schema);
  await vi.runAllTimersAsync();
  return asking;
}

test('[U7] a question carries its token, its body and the version this page speaks', async () => {
  fetched.mockReturnValueOnce(answer(200, { b: 2 }));
  expect(await asked()).toEqual({ ok: true, value: { b: 2 } });
  const [path, { headers, body }] = fetched.mock.calls[0] ?? ['', {}];
  expect([path, body]).toEqual(['/api/boards', '{"a":1}']);
  expect(headers).toMatchObject({ authorization: 'Bearer t', 'x-samtavla-protocol': String(PROTOCOL_VERSION) });
});

test('[U7] what may pass is asked again when asking twice is harmless', async () => {
  fetched
    .mockReturnValueOnce(refusal(429, 'too-many'))
    .mockRejectedValueOnce(new TypeError('offline'))
    .mockReturnValueOnce(answer(200, 1));
  expect(await asked()).toEqual({ ok: true, value: 1 });
});

test('[U7] a question that makes something is asked once', async () => {
  fetched.mockReturnValue(refusal(503, 'storage-unavailable'));
  expect(await asked({ repeatable: false })).toEqual({ ok: false, reason: 'storage-unavailable' });
  expect(fetched).toHaveBeenCalledOnce();
});

test('[U7] a no that stays a no is not asked again', async () => {
  fetched.mockReturnValue(refusal(410, 'link-closed'));
  expect(await asked()).toEqual({ ok: false, reason: 'link-closed' });
  expect(fetched).toHaveBeenCalledOnce();
});

test('[U7] silence, and a page of somebody else’s, are unreachable in the end', async () => {
  fetched.mockImplementation(() => Promise.resolve(new Response('<html>Logg inn</html>', { status: 200 })));
  expect(await asked()).toEqual({ ok: false, reason: 'unreachable' });
  fetched.mockImplementation(() => answer(502, { error: 'Bad Gateway' }));
  expect(await asked()).toEqual({ ok: false, reason: 'unreachable' });
});

test('[U7] an answer in another shape means that this page and the server are of different versions', async () => {
  fetched.mockReturnValue(answer(200, {}));
  expect(await asked({}, nothing)).toEqual({ ok: false, reason: 'version-too-old' });
});
