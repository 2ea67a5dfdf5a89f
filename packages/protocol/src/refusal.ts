/**
 * Every way the server says no. The server sends the code; the board has a sentence for it in each language. A person's next
 * step is in `then`: `retry` by itself, `reload` the page, `rejoin` by the link, or `stop`.
 */
type Refusal = {
  /** HTTP status. */
  readonly status: number;
  /** WebSocket close code (4000–4999 are an application's own). Not 4408: so Hocuspocus' provider closes a line that is dead. */
  readonly close: number;
  readonly then: 'retry' | 'reload' | 'rejoin' | 'stop';
  /** For logs and scripts, in English. */
  readonly message: string;
};

export const REFUSALS = {
  'bad-request': { status: 400, close: 4400, then: 'stop', message: 'The message has the wrong shape.' },
  'session-unknown': { status: 401, close: 4401, then: 'rejoin', message: 'No such session; join again by the link.' },
  'link-wrong': { status: 403, close: 4402, then: 'stop', message: 'The link does not fit this board.' },
  'not-allowed': { status: 403, close: 4403, then: 'stop', message: 'This role may not do that.' },
  removed: {
    status: 403,
    close: 4431,
    then: 'rejoin',
    message: 'A facilitator has removed this person from the board.',
  },
  'board-unknown': { status: 404, close: 4404, then: 'stop', message: 'There is no such board.' },
  'route-unknown': { status: 404, close: 4405, then: 'stop', message: 'There is no such address.' },
  'asset-unknown': { status: 404, close: 4406, then: 'stop', message: 'The board has no such image.' },
  'creation-code-wrong': { status: 403, close: 4412, then: 'stop', message: 'Making a board here takes a code.' },
  'login-needed': { status: 401, close: 4418, then: 'stop', message: 'Making a board here takes a login.' },
  'login-refused': {
    status: 403,
    close: 4419,
    then: 'stop',
    message: 'The login was broken off, or does not allow making boards here.',
  },
  'login-failed': {
    status: 400,
    close: 4420,
    then: 'stop',
    message: 'The login did not come to its end; begin again.',
  },
  'login-unavailable': { status: 503, close: 4421, then: 'retry', message: 'The identity provider does not answer.' },
  'code-wrong': { status: 404, close: 4407, then: 'stop', message: 'No board shows this code now.' },
  'person-unknown': { status: 404, close: 4433, then: 'stop', message: 'Nobody with this id has been on the board.' },
  'assets-full': { status: 409, close: 4409, then: 'stop', message: 'The board has no room for more images.' },
  'last-facilitator-link': {
    status: 409,
    close: 4411,
    then: 'stop',
    message: 'A board keeps a facilitator link; replace it instead.',
  },
  'removing-self': {
    status: 409,
    close: 4434,
    then: 'stop',
    message: 'Who removes somebody cannot be the one removed.',
  },
  'anonymous-board': {
    status: 409,
    close: 4435,
    then: 'stop',
    message: 'An anonymous board does not know who is who.',
  },
  'link-closed': { status: 410, close: 4410, then: 'stop', message: 'The link has been closed.' },
  'link-ended': { status: 410, close: 4430, then: 'stop', message: 'The link was for a time that is over.' },
  'board-deleted': { status: 410, close: 4436, then: 'stop', message: 'The board has been deleted.' },
  'version-unknown': { status: 404, close: 4437, then: 'stop', message: 'The board has no such version.' },
  'versions-full': {
    status: 409,
    close: 4438,
    then: 'stop',
    message: 'The board has no room for more named versions.',
  },
  'too-large': { status: 413, close: 4413, then: 'stop', message: 'The message is too large.' },
  'bad-frame': { status: 400, close: 4415, then: 'reload', message: 'The socket received what is no sync message.' },
  'asset-metadata': {
    status: 415,
    close: 4417,
    then: 'stop',
    message: 'The image has EXIF, XMP, IPTC or text beside the picture.',
  },
  'asset-type': { status: 415, close: 4416, then: 'stop', message: 'This is no PNG, JPEG, WebP or GIF.' },
  'name-missing': { status: 422, close: 4422, then: 'stop', message: 'This board asks for a name.' },
  'template-unknown': { status: 422, close: 4423, then: 'stop', message: 'There is no such template or preset.' },
  'end-passed': { status: 422, close: 4432, then: 'stop', message: 'The end of a link must be ahead.' },
  'version-too-old': { status: 426, close: 4426, then: 'reload', message: 'The page is older than the server.' },
  'too-many': { status: 429, close: 4429, then: 'retry', message: 'Too many at once; try again shortly.' },
  internal: { status: 500, close: 4500, then: 'retry', message: 'Something went wrong on the server.' },
  'document-damaged': { status: 500, close: 4501, then: 'stop', message: 'The stored document cannot be read.' },
  'shutting-down': { status: 503, close: 4502, then: 'retry', message: 'The server is restarting.' },
  'storage-unavailable': { status: 503, close: 4503, then: 'retry', message: 'The server cannot store anything now.' },
} as const satisfies Record<string, Refusal>;

export type RefusalCode = keyof typeof REFUSALS;

const CODES = Object.keys(REFUSALS) as RefusalCode[];

export const isRefusalCode = (value: string): value is RefusalCode => Object.hasOwn(REFUSALS, value);

/** What a WebSocket implementation itself says to a frame far over the limit (RFC 6455). */
const MESSAGE_TOO_BIG = 1009;

/** The refusal behind a WebSocket's close code; null for a close that was none (network, proxy, browser). */
export const refusalOfClose = (closeCode: number): RefusalCode | null =>
  closeCode === MESSAGE_TOO_BIG ? 'too-large' : (CODES.find((code) => REFUSALS[code].close === closeCode) ?? null);
