import { PROTOCOL_VERSION } from '@samtavla/protocol';
import type { AssetId } from '@samtavla/protocol';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { aSession, BOARD } from './a-session.ts';
import { fetchImage, uploadImage } from './image-requests.ts';

const { joined } = aSession({ token: 'token-token-token-token' });
const ID = 'a'.repeat(64) as AssetId;
const fetched = vi.fn<(path: string, init: RequestInit) => Promise<Response>>();

beforeEach(() => vi.stubGlobal('fetch', fetched.mockReset()));
afterEach(() => vi.unstubAllGlobals());

test('[U42] an image goes up as it is, with the token', async () => {
  fetched.mockResolvedValueOnce(Response.json({ id: ID }));
  const image = new Blob(['GIF89a'], { type: 'image/gif' });
  expect(await uploadImage(joined, image)).toEqual({ ok: true, value: ID });
  const [path, { body, headers }] = fetched.mock.calls[0] ?? ['', {}];
  expect([path, body]).toEqual([`/api/boards/${BOARD}/assets`, image]);
  expect(headers).toEqual({ authorization: `Bearer ${joined.token}`, 'x-samtavla-protocol': String(PROTOCOL_VERSION) });
});

test('[U42] an image comes down with the token, and a refusal with its code', async () => {
  fetched.mockResolvedValueOnce(new Response('GIF89a', { headers: { 'content-type': 'image/gif' } }));
  const answer = await fetchImage(joined, ID);
  expect(answer.ok && (await answer.value.text())).toBe('GIF89a');
  const [path, { headers }] = fetched.mock.calls[0] ?? ['', {}];
  expect(path).toBe(`/api/boards/${BOARD}/assets/${ID}`);
  expect(headers).toMatchObject({ authorization: `Bearer ${joined.token}` });
  fetched.mockResolvedValueOnce(Response.json({ code: 'asset-unknown', message: '' }, { status: 404 }));
  expect(await fetchImage(joined, ID)).toEqual({ ok: false, reason: 'asset-unknown' });
  fetched.mockRejectedValueOnce(new TypeError('offline'));
  expect(await fetchImage(joined, ID)).toEqual({ ok: false, reason: 'unreachable' });
});
