declare const brand: unique symbol;
type Brand<T, Name extends string> = T & { readonly [brand]: Name };

export type BoardId = Brand<string, 'BoardId'>;
export type ParticipantId = Brand<string, 'ParticipantId'>;
/** Id of a record in `plan`, `canvas` or a desk: unique over all of a board's documents. */
export type RecordId = Brand<string, 'RecordId'>;
/** Id of an image that the server keeps for a board: the SHA-256 of its bytes in hexadecimal, as `sha256sum` prints it. */
export type AssetId = Brand<string, 'AssetId'>;
/** Id of a board's version: a board as it once was. */
export type VersionId = Brand<string, 'VersionId'>;
/** Id of a template that was saved here. With it one can use the template, and nothing else. */
export type TemplateId = Brand<string, 'TemplateId'>;
/** A point in time, milliseconds since 1970, by the server's clock unless a name says otherwise. */
export type Millis = Brand<number, 'Millis'>;

/** Letters, digits, `-` and `_`: safe in a path, a document's name and a file's name alike. */
const ID = /^[A-Za-z0-9_-]{1,64}$/;
const ASSET_ID = /^[0-9a-f]{64}$/;
const RECORD_ID = /^[A-Za-z0-9_:-]{1,128}$/;

export const isBoardId = (value: string): value is BoardId => ID.test(value);
export const isParticipantId = (value: string): value is ParticipantId => ID.test(value);
export const isTemplateId = (value: string): value is TemplateId => ID.test(value);
export const isVersionId = (value: string): value is VersionId => ID.test(value);
export const isAssetId = (value: string): value is AssetId => ASSET_ID.test(value);
export const isRecordId = (value: string): value is RecordId => RECORD_ID.test(value);

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_';

/**
 * A random id of 126 bits. `getRandomValues` exists on plain http too, where `randomUUID` does not.
 */
export function randomId(): string {
  let id = '';
  for (const byte of crypto.getRandomValues(new Uint8Array(21))) id += ALPHABET[byte & 63];
  return id;
}

export const newRecordId = (): RecordId => randomId() as RecordId;
export const now = (): Millis => Date.now() as Millis;
