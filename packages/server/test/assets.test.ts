/** Images over HTTP: who may, what is taken, and how it is served. */
import { request } from 'node:http';
import type { JoinResponse, Limits } from '@samtavla/protocol';
import { expect, test } from 'vitest';
import { gif, jpeg, png, webp } from './images.ts';
import { codeOf, join, makeBoard, testServer, type Answer, type TestServer } from './test-server.ts';

const bytes = (text: string) => Buffer.from(text, 'latin1');
const IMAGES = {
  'image/png': png(300, 200),
  'image/jpeg': jpeg(300, 200),
  'image/webp': webp.VP8X(300, 200),
  'image/gif': gif(300, 200),
};
const PNG = IMAGES['image/png'];

type Person = JoinResponse & { readonly upload: (image: Uint8Array, type?: string) => Promise<Answer<{ id: string }>> };

async function onBoard(server: TestServer, role: 'participant' | 'viewer' = 'participant'): Promise<Person> {
  const board = await makeBoard(server);
  const joined = await join(server, board, role);
  return { ...joined, upload: uploadOf(server, joined) };
}

const uploadOf =
  (server: TestServer, { board, token }: JoinResponse): Person['upload'] =>
  async (image, type = 'application/octet-stream') => {
    const response = await fetch(`${server.url}/api/boards/${board.id}/assets`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': type },
      body: image as Uint8Array<ArrayBuffer>,
    });
    return { status: response.status, body: (await response.json()) as { id: string }, headers: response.headers };
  };

const ask = (server: TestServer, { board, token }: JoinResponse, id: string) =>
  fetch(`${server.url}/api/boards/${board.id}/assets/${id}`, { headers: { authorization: `Bearer ${token}` } });

const serverWith = (limits: Partial<Limits>) => testServer({ limits });

test.each(Object.entries(IMAGES))(
  '[A4] %s is taken whatever it is called, and served as what it is',
  async (type, image) => {
    const server = await testServer();
    const person = await onBoard(server);
    const { status, body } = await person.upload(image, 'text/html');
    expect(status).toBe(200);
    const answer = await ask(server, person, body.id);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, type]);
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(image);
  },
);

test.each([
  ['SVG', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
  ['SVG behind a declaration', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'],
  ['HEIC', '\u0000\u0000\u0000\u0018ftypheic\u0000\u0000\u0000\u0000'],
  ['HTML', '<!doctype html><script>alert(1)</script>'],
  ['a PDF', '%PDF-1.7 and so on'],
  ['half a signature', '\u0089PNG'],
  ['nothing', ''],
])('[A4] %s is refused, whatever it is called', async (_what, text) => {
  const answer = await (await onBoard(await testServer())).upload(bytes(text), 'image/png');
  expect([answer.status, codeOf(answer)]).toEqual([415, 'asset-type']);
});

test('[A4] JSON is no image either, and reaches no other parser', async () => {
  const answer = await (await onBoard(await testServer())).upload(bytes('{"a":'), 'application/json');
  expect(codeOf(answer)).toBe('asset-type');
});

test('[A5] an image over the limit is refused while it comes, and one at the limit is not', async () => {
  const person = await onBoard(await serverWith({ assetBytes: 1_000 }));
  const of = (size: number) => Buffer.concat([PNG, Buffer.alloc(size - PNG.length)]);
  expect((await person.upload(of(1_000))).status).toBe(200);
  const answer = await person.upload(of(1_001));
  expect([answer.status, codeOf(answer)]).toEqual([413, 'too-large']);
  const far = await person.upload(of(3_000_000));
  expect([far.status, codeOf(far)]).toEqual([413, 'too-large']);
});

test('[A5] so many at once are refused, and let in when the others are through', async () => {
  const server = await serverWith({ uploadsAtOnce: 1 });
  const person = await onBoard(server);
  const slow = request(`${server.url}/api/boards/${person.board.id}/assets`, {
    method: 'POST',
    headers: { authorization: `Bearer ${person.token}`, 'content-type': 'image/png' },
  });
  const answered = new Promise<number>((resolve) => slow.on('response', ({ statusCode }) => resolve(statusCode ?? 0)));
  slow.write(PNG);
  await expect.poll(async () => codeOf(await person.upload(PNG))).toBe('too-many');
  slow.end();
  expect(await answered).toBe(200);
  expect((await person.upload(PNG)).status).toBe(200);
});

test('[A2] an upload that breaks off leaves its place to others', async () => {
  const server = await serverWith({ uploadsAtOnce: 1 });
  const person = await onBoard(server);
  const broken = request(`${server.url}/api/boards/${person.board.id}/assets`, {
    method: 'POST',
    headers: { authorization: `Bearer ${person.token}`, 'content-length': '1000' },
  });
  broken.on('error', () => {});
  broken.write(PNG);
  await expect.poll(async () => codeOf(await person.upload(PNG))).toBe('too-many');
  broken.destroy();
  await expect.poll(async () => (await person.upload(PNG)).status).toBe(200);
});

test('[A3] a board that is full says so, and still knows what it has', async () => {
  const server = await serverWith({ assetsPerBoard: 2 });
  const person = await onBoard(server);
  await person.upload(PNG);
  await person.upload(IMAGES['image/gif']);
  const answer = await person.upload(IMAGES['image/webp']);
  expect([answer.status, codeOf(answer)]).toEqual([409, 'assets-full']);
  expect((await person.upload(PNG)).status).toBe(200);
});

test('[A8] an image with what a camera wrote is refused, also where that comes last, and nothing of it is kept', async () => {
  const person = await onBoard(await serverWith({ assetBytesPerBoard: 400_000 }));
  const atTheEnd = Buffer.concat([
    png(300, 200).subarray(0, 33),
    bytes('\0\u0004\0\0IDAT'),
    Buffer.alloc(0x4_00_00 + 4),
    bytes('\0\0\0\u0003eXIfGPS_crc'),
  ]);
  for (const image of [jpeg(300, 200, 60_000, 'exif'), atTheEnd]) {
    const answer = await person.upload(image);
    expect([answer.status, codeOf(answer)]).toEqual([415, 'asset-metadata']);
  }
  expect((await person.upload(jpeg(300, 200))).status).toBe(200);
  expect((await person.upload(atTheEnd.subarray(0, -15))).status).toBe(200);
});

const FORMATS = {
  PNG: png,
  JPEG: jpeg,
  'JPEG behind a long colour profile': (w: number, h: number) => jpeg(w, h, 65_000),
  'lossy WebP': webp['VP8 '],
  'lossless WebP': webp.VP8L,
  'extended WebP': webp.VP8X,
  GIF: gif,
  'GIF with a larger first picture': (w: number, h: number) => gif(1, 1, { w, h }),
};
test.each(Object.entries(FORMATS))(
  '[A7] a %s that is a picture of too much is refused by its size',
  async (_name, make) => {
    const person = await onBoard(await testServer());
    expect((await person.upload(make(2_048, 1))).status).toBe(200);
    expect((await person.upload(make(1, 2_048))).status).toBe(200);
    for (const image of [make(2_049, 1), make(1, 2_049)]) expect(codeOf(await person.upload(image))).toBe('too-large');
  },
);

test('[A7] an image that does not say how large it is, is none', async () => {
  const person = await onBoard(await testServer());
  expect(codeOf(await person.upload(png(1, 1).subarray(0, 20)))).toBe('asset-type');
  expect(codeOf(await person.upload(Buffer.concat([bytes('\u00FF\u00D8\u00FF'), Buffer.alloc(1_000_000)])))).toBe(
    'asset-type',
  );
  expect(codeOf(await person.upload(bytes('RIFF....WEBPVP9 and so on, and on, and on')))).toBe('asset-type');
});

test('[A6] an image is its own board’s, and a viewer sees it and adds none', async () => {
  const server = await testServer();
  const board = await makeBoard(server);
  const kari = await join(server, board, 'participant');
  const viewer = await join(server, board, 'viewer');
  const stranger = await onBoard(server);
  const { body } = await uploadOf(server, kari)(PNG);
  expect((await ask(server, viewer, body.id)).status).toBe(200);
  expect((await ask(server, stranger, body.id)).status).toBe(404);
  expect((await ask(server, { ...kari, token: stranger.token }, body.id)).status).toBe(401);
  const refused = await uploadOf(server, viewer)(PNG);
  expect([refused.status, codeOf(refused)]).toEqual([403, 'not-allowed']);
});

test('[A6] no path leads to anything else', async () => {
  const server = await testServer();
  const person = await onBoard(server);
  const paths = [
    'x',
    '..',
    '%2e%2e%2f%2e%2e%2fsamtavla.db',
    '..%2Fsecret.key',
    '.incoming',
    'A'.repeat(64),
    '0'.repeat(64),
  ];
  for (const path of paths) expect((await ask(server, person, path)).status).toBe(404);
});

test('[A6] an image can do nothing by itself, and stays in no cache', async () => {
  const server = await testServer();
  const person = await onBoard(server);
  const { headers } = await ask(server, person, (await person.upload(PNG)).body.id);
  expect(Object.fromEntries(headers)).toMatchObject({
    'content-security-policy': "default-src 'none'; sandbox",
    'content-disposition': 'inline',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    'content-length': String(PNG.length),
  });
});
