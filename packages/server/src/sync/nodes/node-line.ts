/** Boards' channels on Redis, sealed: what this node says about a board, and what the others do. */
import type { BoardId } from '@samtavla/protocol';
import type { Logger } from 'pino';
import { NODE_VERSION, readNodeMessage, writeNodeMessage, type NodeMessage } from './node-message.ts';
import { NodeSeal } from './node-seal.ts';
import { RedisLine } from './redis-line.ts';

type Handlers = {
  readonly onMessage: (board: BoardId, node: string, message: NodeMessage) => void;
  /** From here on this board is heard; what was said before was not. */
  readonly onHeard: (board: BoardId) => void;
};

export class NodeLine {
  readonly #seal: NodeSeal;
  readonly #redis: RedisLine;
  readonly #prefix: string;
  readonly #handlers: Handlers;
  readonly #heard = new Set<BoardId>();
  /** Boards that another node hears too, as far as is known. */
  readonly #shared = new Set<BoardId>();
  /** Boards about which something could not be said. */
  readonly #unsaid = new Set<BoardId>();
  readonly #saying = new Set<Promise<void>>();

  constructor(url: string, secretKey: string, log: Logger, handlers: Handlers) {
    this.#seal = new NodeSeal(secretKey);
    this.#prefix = `samtavla/${NODE_VERSION}/${this.#seal.installation}/`;
    this.#handlers = handlers;
    this.#redis = new RedisLine(url, log, {
      onMessage: (channel, message) => this.#receive(channel, message),
      onUp: () => this.#up(),
    });
  }

  hear(board: BoardId): void {
    this.#heard.add(board);
    void this.#hear(board);
  }

  async #hear(board: BoardId): Promise<void> {
    const isHeard = await this.#redis.hear(this.#channel(board));
    if (isHeard && this.#heard.has(board)) this.#handlers.onHeard(board);
  }

  ignore(board: BoardId): void {
    this.#heard.delete(board);
    this.#shared.delete(board);
    void this.#redis.ignore(this.#channel(board));
  }

  /** False while this node is alone on a board: there is nobody to tell what is worth nothing a moment later. */
  isShared(board: BoardId): boolean {
    return this.#shared.has(board);
  }

  say(board: BoardId, message: NodeMessage): void {
    const saying = this.#say(board, message).finally(() => this.#saying.delete(saying));
    this.#saying.add(saying);
  }

  async #say(board: BoardId, message: NodeMessage): Promise<void> {
    const channel = this.#channel(board);
    const heardBy = await this.#redis.say(channel, this.#seal.seal(channel, writeNodeMessage(message)));
    if (heardBy === null) this.#unsaid.add(board);
    else if (heardBy > (this.#heard.has(board) ? 1 : 0)) this.#shared.add(board);
    else this.#shared.delete(board);
  }

  async close(): Promise<void> {
    await Promise.all(this.#saying);
    this.#redis.close();
  }

  #up(): void {
    for (const board of this.#unsaid) this.say(board, { kind: 'look' });
    this.#unsaid.clear();
    for (const board of this.#heard) this.#handlers.onHeard(board);
  }

  #receive(channel: string, sealed: Buffer): void {
    const board = channel.slice(this.#prefix.length) as BoardId;
    const opened = this.#seal.open(channel, sealed);
    if (opened === null || !this.#heard.has(board)) return;
    this.#shared.add(board);
    this.#handlers.onMessage(board, opened.node, readNodeMessage(opened.bytes));
  }

  #channel(board: BoardId): string {
    return this.#prefix + board;
  }
}
