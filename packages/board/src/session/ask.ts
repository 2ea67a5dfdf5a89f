import {
  errorResponse,
  isRefusalCode,
  PROTOCOL_VERSION,
  REFUSALS,
  VERSION_HEADER,
  type RefusalCode,
} from '@samtavla/protocol';

/** Why there is no answer: the server's own code, or that nothing came back that was an answer of ours. */
export type NoReason = RefusalCode | 'unreachable';
export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: NoReason };

/** What a schema of `protocol` does with a message. */
type Schema<T> = { safeParse(value: unknown): { success: true; data: T } | { success: false } };

/** An answer that only says that it was done. */
export const nothing = {
  safeParse: (value: unknown) =>
    value === null ? ({ success: true, data: null } as const) : ({ success: false } as const),
};

export type Question = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  /** Sent as JSON; a blob as it is. */
  readonly body?: unknown;
  readonly token?: string;
  /** Whether asking twice does no more than asking once; then what fails for a moment is asked again. */
  readonly repeatable: boolean;
};

/** Waits before each new try: a whole hall behind one address is let in within this time. */
const WAITS_MILLIS = [400, 1_200, 3_000];

export const mayPass = (reason: NoReason): boolean => reason === 'unreachable' || REFUSALS[reason].then === 'retry';

/** Asks the server, and answers with what the schema makes of it. Never throws. */
export async function ask<T>(question: Question, schema: Schema<T>): Promise<Answer<T>> {
  let answer = await askOnce(question, schema);
  for (const wait of question.repeatable ? WAITS_MILLIS : []) {
    if (answer.ok || !mayPass(answer.reason)) break;
    // Not all at the same moment, where a hall was refused together.
    await new Promise((resolve) => setTimeout(resolve, wait * (0.5 + Math.random())));
    answer = await askOnce(question, schema);
  }
  return answer;
}

async function askOnce<T>({ method, path, body, token }: Question, schema: Schema<T>): Promise<Answer<T>> {
  try {
    const response = await fetch(path, {
      method,
      headers: {
        [VERSION_HEADER]: String(PROTOCOL_VERSION),
        ...(body !== undefined && !(body instanceof Blob) && { 'content-type': 'application/json' }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
      ...(body !== undefined && { body: body instanceof Blob ? body : JSON.stringify(body) }),
    });
    // 204: there is nothing to say.
    return read(response.ok, response.status === 204 ? null : await response.json(), schema);
  } catch {
    return { ok: false, reason: 'unreachable' };
  }
}

function read<T>(ok: boolean, json: unknown, schema: Schema<T>): Answer<T> {
  if (ok) {
    const parsed = schema.safeParse(json);
    // A server that answers in another shape is newer or older than this page.
    return parsed.success ? { ok: true, value: parsed.data } : { ok: false, reason: 'version-too-old' };
  }
  return { ok: false, reason: refusalIn(json) };
}

/** The code in an answer that says no; an answer that is none of ours is as good as no answer. */
export function refusalIn(json: unknown): NoReason {
  const error = errorResponse.safeParse(json);
  return error.success && isRefusalCode(error.data.code) ? error.data.code : 'unreachable';
}
