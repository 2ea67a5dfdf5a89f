/** What has come over a line, to the byte, heads and frames with it: told connection by connection as it comes. */

const KINDS = ['JS', 'CSS and fonts', 'other'] as const;
type Kind = (typeof KINDS)[number];

export type Tallied = { readonly requests: number; readonly bytes: Readonly<Record<Kind | 'all', number>> };

/** One connection's part, times in milliseconds since any moment. */
export type ConnectionTally = {
  readonly sent: (chunk: Buffer, at: number) => void;
  readonly came: (bytes: number, at: number) => void;
};

const REQUEST = /^(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS) (\S+) HTTP\/1\.1\r\n/;
/** Longer than any address that a page asks for. */
const REQUEST_LINE_BYTES = 4_096;

export class LineTally {
  readonly #requests: number[] = [];
  readonly #came: { kind: Kind; bytes: number; at: number }[] = [];

  connection(): ConnectionTally {
    // Of what was asked for last: a browser asks for the next when it has the one before.
    let kind: Kind = 'other';
    return {
      sent: (chunk, at) => {
        const asked = askedFor(chunk);
        if (asked === null) return;
        this.#requests.push(at);
        kind = kindOf(asked);
      },
      came: (bytes, at) => void this.#came.push({ kind, bytes, at }),
    };
  }

  until(moment: number): Tallied {
    const came = this.#came.filter(({ at }) => at <= moment);
    const sum = (part: typeof came) => part.reduce((total, { bytes }) => total + bytes, 0);
    const ofKind = (kind: Kind) => sum(came.filter((one) => one.kind === kind));
    return {
      requests: this.#requests.filter((at) => at <= moment).length,
      bytes: { JS: ofKind('JS'), 'CSS and fonts': ofKind('CSS and fonts'), other: ofKind('other'), all: sum(came) },
    };
  }
}

/** The path of a request; null for what is none: the rest of a body, or a WebSocket's frame, which a browser masks. */
function askedFor(chunk: Buffer): string | null {
  const [, address] = REQUEST.exec(chunk.toString('latin1', 0, REQUEST_LINE_BYTES)) ?? [];
  return address === undefined ? null : new URL(address, 'http://localhost').pathname;
}

function kindOf(path: string): Kind {
  if (path.endsWith('.js')) return 'JS';
  return /\.(?:css|woff2?|ttf)$/.test(path) ? 'CSS and fonts' : 'other';
}
