/** The server as peers see it: one copy a document, which keeps what it acknowledged and passes on what it took. */
import { addZone, type PlanZone } from '@samtavla/protocol';
import * as Y from 'yjs';
import type { Frame, Line } from './line.ts';
import type { Said } from './chatter.ts';
import { newPapers, PAPERS, type Papers } from './papers.ts';
import { insist } from './violation.ts';

/** The zones are written as this client, and nothing is later. */
const SEEDING = 1;
const SILENT = 0;

export class Server {
  #papers = newPapers(SEEDING);
  readonly #lines = new Set<Line>();

  constructor(zones: readonly PlanZone[]) {
    for (const zone of zones) addZone(this.#papers.plan, zone);
    this.#passOn();
  }

  get papers(): Papers {
    return this.#papers;
  }

  /** A peer's handshake begins: it says what it has, and is asked the same once it has been answered. */
  connect(line: Line, papers: Papers): void {
    this.#lines.add(line);
    line.comeUp();
    for (const paper of PAPERS) line.send('server', paper, 'vector', Y.encodeStateVector(papers[paper]));
  }

  receive(line: Line, { paper, kind, bytes }: Frame): void {
    const doc = this.#papers[paper];
    if (kind === 'vector') {
      line.send('peer', paper, 'difference', Y.encodeStateAsUpdate(doc, bytes));
      line.send('peer', paper, 'vector', Y.encodeStateVector(doc));
    } else {
      Y.applyUpdate(doc, bytes, line);
      line.send('peer', paper, 'acknowledged');
    }
  }

  /** Tells the others; it is kept nowhere. */
  relay(from: Line, said: Said): void {
    insist(said.paper !== 'plan' || from.mayWritePlan, () => 'a participant told of dragging a zone');
    for (const line of this.#lines) if (line !== from) line.say('peer', said);
  }

  /** Who is connected, by their ids in presence. */
  get here(): string[] {
    return [...this.#lines].filter(({ isUp }) => isUp).map(({ presence }) => presence);
  }

  /** Every line is cut; what was acknowledged, what waits for its predecessors included, is there again. */
  restart(): void {
    for (const line of this.#lines) line.cut();
    const stored = this.#papers;
    this.#papers = newPapers(SILENT);
    for (const paper of PAPERS) Y.applyUpdateV2(this.#papers[paper], Y.encodeStateAsUpdateV2(stored[paper]));
    this.#passOn();
  }

  /** To everybody, whoever wrote it included: that is how the real one does it. */
  #passOn(): void {
    for (const paper of PAPERS) {
      this.#papers[paper].on('update', (bytes: Uint8Array, origin: unknown) => {
        const from = [...this.#lines].find((line) => line === origin);
        insist(paper !== 'plan' || from?.mayWritePlan !== false, () => 'a participant wrote the plan');
        for (const line of this.#lines) line.send('peer', paper, 'update', bytes);
      });
    }
  }
}
