/** As much of S3 as images take, signatures included (AWS Signature Version 4). It lists two at a time, so that lists have pages. */
import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { S3Bucket } from '../src/assets/s3/s3-assets.ts';

const KEYS_A_PAGE = 2;
const BUCKET = 'bilder';
const KEYS = { accessKeyId: 'a-key', secretAccessKey: 'a-secret' };

type Running = { readonly bucket: S3Bucket; readonly objects: Map<string, Buffer>; readonly stop: () => Promise<void> };

export async function s3Server(): Promise<Running> {
  const objects = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    void answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const stop = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { bucket: { endpoint, bucket: BUCKET, region: 'eu-north-1', ...KEYS }, objects, stop };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', endpoint);
    const body = await buffer(request);
    if (!isSigned(request, url)) return fail(response, 403, 'SignatureDoesNotMatch');
    const [, bucket, ...path] = url.pathname.split('/');
    if (bucket !== BUCKET) return fail(response, 404, 'NoSuchBucket');
    const key = path.join('/');
    if (url.searchParams.has('delete')) return remove(response, body.toString());
    if (url.searchParams.has('list-type')) return list(response, url.searchParams);
    if (request.method === 'PUT') return put(request, response, key, body);
    const object = objects.get(key);
    if (object === undefined) return fail(response, 404, 'NoSuchKey');
    response.writeHead(200, { 'content-length': object.length }).end(object);
  }

  function put(request: IncomingMessage, response: ServerResponse, key: string, body: Buffer): void {
    const source = request.headers['x-amz-copy-source'];
    if (typeof source !== 'string') {
      objects.set(key, body);
      response.writeHead(200, { etag: '"e"' }).end();
      return;
    }
    const object = objects.get(decodeURIComponent(source).replace(new RegExp(`^/?${BUCKET}/`), ''));
    if (object === undefined) return fail(response, 404, 'NoSuchKey');
    objects.set(key, object);
    xml(response, 200, '<CopyObjectResult><ETag>"e"</ETag></CopyObjectResult>');
  }

  function remove(response: ServerResponse, body: string): void {
    const keys = [...body.matchAll(/<Key>([^<]*)<\/Key>/g)].flatMap(([, key]) => key ?? []);
    for (const key of keys) objects.delete(key);
    const deleted = keys.map((key) => `<Deleted><Key>${key}</Key></Deleted>`).join('');
    xml(response, 200, `<DeleteResult>${deleted}</DeleteResult>`);
  }

  function list(response: ServerResponse, query: URLSearchParams): void {
    const [prefix, after] = [query.get('prefix') ?? '', query.get('continuation-token') ?? ''];
    const keys = [...objects.keys()].toSorted().filter((key) => key.startsWith(prefix) && key > after);
    const page = keys.slice(0, KEYS_A_PAGE);
    const contents = page.map(
      (key) => `<Contents><Key>${key}</Key><Size>${objects.get(key)?.length ?? 0}</Size></Contents>`,
    );
    const isCut = keys.length > page.length;
    const next = isCut ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : '';
    xml(
      response,
      200,
      `<ListBucketResult><KeyCount>${page.length}</KeyCount><IsTruncated>${isCut}</IsTruncated>${next}${contents.join('')}</ListBucketResult>`,
    );
  }
}

function xml(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'application/xml' }).end(`<?xml version="1.0"?>${text}`);
}

const fail = (response: ServerResponse, status: number, code: string) =>
  xml(response, status, `<Error><Code>${code}</Code></Error>`);

const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();

/** Reckoned from the request itself, by the secret alone. */
function isSigned({ method, headers }: IncomingMessage, { pathname, searchParams }: URL): boolean {
  const [, key, date, region, names, signature] =
    /Credential=([^/]+)\/(\d+)\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=(\w+)/.exec(
      headers.authorization ?? '',
    ) ?? [];
  if (key !== KEYS.accessKeyId || date === undefined || region === undefined || names === undefined) return false;
  const query = [...searchParams].map(([name, value]) => `${escaped(name)}=${escaped(value)}`).toSorted();
  const signed = names.split(';').map((name) => `${name}:${String(headers[name] ?? '').trim()}\n`);
  const payload = String(headers['x-amz-content-sha256']);
  const canonical = [method, pathname, query.join('&'), signed.join(''), names, payload].join('\n');
  const digest = createHash('sha256').update(canonical).digest('hex');
  const scope = `${date}/${region}/s3/aws4_request`;
  const text = ['AWS4-HMAC-SHA256', String(headers['x-amz-date']), scope, digest].join('\n');
  const steps = [date, region, 's3', 'aws4_request'];
  let signing: string | Buffer = `AWS4${KEYS.secretAccessKey}`;
  for (const step of steps) signing = hmac(signing, step);
  return hmac(signing, text).toString('hex') === signature;
}

const escaped = (text: string) =>
  encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (letter) => `%${letter.codePointAt(0)?.toString(16).toUpperCase() ?? ''}`,
  );
