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
};

export const REFUSALS = {
  'bad-request': { status: 400, close: 4400, then: 'stop' },
  'session-unknown': { status: 401, close: 4401, then: 'rejoin' },
  'link-wrong': { status: 403, close: 4402, then: 'stop' },
  'not-allowed': { status: 403, close: 4403, then: 'stop' },
  removed: { status: 403, close: 4431, then: 'rejoin' },
  'board-unknown': { status: 404, close: 4404, then: 'stop' },
  'route-unknown': { status: 404, close: 4405, then: 'stop' },
  'asset-unknown': { status: 404, close: 4406, then: 'stop' },
  'creation-code-wrong': { status: 403, close: 4412, then: 'stop' },
  'login-needed': { status: 401, close: 4418, then: 'stop' },
  'login-refused': { status: 403, close: 4419, then: 'stop' },
  'login-failed': { status: 400, close: 4420, then: 'stop' },
  'login-unavailable': { status: 503, close: 4421, then: 'retry' },
  'code-wrong': { status: 404, close: 4407, then: 'stop' },
  'person-unknown': { status: 404, close: 4433, then: 'stop' },
  'assets-full': { status: 409, close: 4409, then: 'stop' },
  'last-facilitator-link': { status: 409, close: 4411, then: 'stop' },
  'removing-self': { status: 409, close: 4434, then: 'stop' },
  'anonymous-board': { status: 409, close: 4435, then: 'stop' },
  'link-closed': { status: 410, close: 4410, then: 'stop' },
  'door-closed': { status: 403, close: 4442, then: 'stop' },
  'link-ended': { status: 410, close: 4430, then: 'stop' },
  'board-deleted': { status: 410, close: 4436, then: 'stop' },
  'version-unknown': { status: 404, close: 4437, then: 'stop' },
  'versions-full': { status: 409, close: 4438, then: 'stop' },
  'phase-unknown': { status: 422, close: 4439, then: 'stop' },
  'command-untimely': { status: 409, close: 4440, then: 'stop' },
  'vote-closed': { status: 409, close: 4441, then: 'stop' },
  'too-large': { status: 413, close: 4413, then: 'stop' },
  'bad-frame': { status: 400, close: 4415, then: 'reload' },
  'asset-metadata': { status: 415, close: 4417, then: 'stop' },
  'asset-type': { status: 415, close: 4416, then: 'stop' },
  'name-missing': { status: 422, close: 4422, then: 'stop' },
  'template-unknown': { status: 422, close: 4423, then: 'stop' },
  'template-secret-wrong': { status: 403, close: 4443, then: 'stop' },
  'template-file-broken': { status: 422, close: 4444, then: 'stop' },
  'template-file-newer': { status: 422, close: 4445, then: 'stop' },
  'end-passed': { status: 422, close: 4432, then: 'stop' },
  'version-too-old': { status: 426, close: 4426, then: 'reload' },
  'too-many': { status: 429, close: 4429, then: 'retry' },
  internal: { status: 500, close: 4500, then: 'retry' },
  'document-damaged': { status: 500, close: 4501, then: 'stop' },
  'shutting-down': { status: 503, close: 4502, then: 'retry' },
  'storage-unavailable': { status: 503, close: 4503, then: 'retry' },
} as const satisfies Record<string, Refusal>;

export type RefusalCode = keyof typeof REFUSALS;

const CODES = Object.keys(REFUSALS) as RefusalCode[];

export const isRefusalCode = (value: string): value is RefusalCode => Object.hasOwn(REFUSALS, value);

/** What a WebSocket implementation itself says to a frame far over the limit (RFC 6455). */
const MESSAGE_TOO_BIG = 1009;

/** The refusal behind a WebSocket's close code; null for a close that was none (network, proxy, browser). */
export const refusalOfClose = (closeCode: number): RefusalCode | null =>
  closeCode === MESSAGE_TOO_BIG ? 'too-large' : (CODES.find((code) => REFUSALS[code].close === closeCode) ?? null);
