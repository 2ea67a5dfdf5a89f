/** A document as a version keeps it: a whole Yjs update (V2) in gzip, which is also how it is sent to a browser. */
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import * as Y from 'yjs';

const [zipped, unzipped] = [promisify(gzip), promisify(gunzip)];

export const pack = async (doc: Y.Doc): Promise<Uint8Array> => bytesOf(await zipped(Y.encodeStateAsUpdateV2(doc)));

export const unzip = async (packed: Uint8Array): Promise<Uint8Array> => bytesOf(await unzipped(packed));

/** The caller destroys it. */
export async function unpack(packed: Uint8Array): Promise<Y.Doc> {
  const doc = new Y.Doc();
  Y.applyUpdateV2(doc, await unzip(packed));
  return doc;
}

/** As SQLite gives bytes back: a Buffer is one, and compares as another type. */
const bytesOf = ({ buffer, byteOffset, byteLength }: Buffer): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);
