/** One person: documents, a store bound to them, undo over them, and a text editor, put together as a canvas puts them. */
import { recordsOf, type RecordId, type RecordMap } from '@samtavla/protocol';
import * as Y from 'yjs';
import { bind, FROM_STORE, type Binding } from '../src/binding/bind.ts';
import { historyOver, type History } from '../src/binding/history.ts';
import { plainStore, type PlainStore } from '../src/binding/plain-store.ts';
import { recordIdOf } from '../src/binding/record-codec.ts';
import type { StoreShape } from '../src/binding/store-port.ts';
import { Line, type Frame } from './line.ts';
import { OpenText, TYPING } from './open-text.ts';
import { newPapers, PAPERS, type Papers } from './papers.ts';
import { TYPES } from './stock.ts';
import { insist } from './violation.ts';
import { Witness } from './witness.ts';

/** The origin of what the line brings. */
const FROM_LINE = Symbol('from the line');

/** All that a crash takes with it. */
type Tab = {
  readonly papers: Papers;
  readonly store: PlainStore;
  readonly binding: Binding;
  readonly history: History;
  readonly editor: OpenText;
  readonly witness: Witness;
};

export class Peer {
  readonly name: string;
  readonly isFacilitator: boolean;
  readonly line: Line;
  #tab: Tab;
  #typingRests: (() => void) | null = null;

  constructor(name: string, isFacilitator: boolean, client: number) {
    this.name = name;
    this.isFacilitator = isFacilitator;
    this.line = new Line(isFacilitator);
    this.#tab = this.#openTab(client);
  }

  get papers(): Papers {
    return this.#tab.papers;
  }
  get store(): PlainStore {
    return this.#tab.store;
  }
  get history(): History {
    return this.#tab.history;
  }
  get editor(): OpenText {
    return this.#tab.editor;
  }
  get witness(): Witness {
    return this.#tab.witness;
  }
  get client(): number {
    return this.papers.canvas.clientID;
  }

  shapes(...types: readonly string[]): StoreShape[] {
    const all = [...this.store.all().values()].filter((record) => record.typeName === 'shape');
    return types.length === 0 ? all : all.filter(({ type }) => types.includes(type));
  }

  /** The record wherever it counts; null when there is none. */
  record(id: RecordId): RecordMap | null {
    return recordsOf(this.papers.plan).get(id) ?? recordsOf(this.papers.canvas).get(id) ?? null;
  }

  receive({ paper, kind, bytes }: Frame): void {
    const doc = this.papers[paper];
    if (kind === 'vector') this.line.send('server', paper, 'difference', Y.encodeStateAsUpdate(doc, bytes));
    else if (kind !== 'acknowledged') Y.applyUpdate(doc, bytes, FROM_LINE);
  }

  /** Says that the person has not typed for a while, which a run has no clock to find out. */
  rest(): boolean {
    const rests = this.#typingRests;
    this.#typingRests = null;
    rests?.();
    return rests !== null;
  }

  /** The tab is gone with all that was not sent, and opened anew. */
  crash(client: number): void {
    this.line.cut();
    this.#tab.history.close();
    this.#tab.binding.close();
    this.#typingRests = null;
    this.#tab = this.#openTab(client);
  }

  #openTab(client: number): Tab {
    const papers = newPapers(client);
    for (const paper of PAPERS) {
      papers[paper].on('update', (bytes: Uint8Array, origin: unknown) => {
        if (origin !== FROM_LINE) this.line.send('server', paper, 'update', bytes);
      });
    }
    let editor: OpenText | null = null;
    const store = canvasStore(() => editor?.onApplied());
    const plan = { doc: papers.plan, writable: this.isFacilitator };
    const canvas = { doc: papers.canvas, writable: true };
    const binding = bind(store, { plan, canvas });
    const written = [plan, canvas].filter(({ writable }) => writable).map(({ doc }) => doc);
    const history = historyOver(written, new Set([FROM_STORE, TYPING]), TYPING, (callback) => {
      this.#typingRests = callback;
      return () => {
        this.#typingRests = null;
      };
    });
    const witness = new Witness(papers);
    editor = new OpenText(store, binding);
    return { papers, store, binding, history, editor, witness };
  }
}

/** As a canvas' store: deaf to its own echo, because it is in the middle of an operation when it tells of it. */
function canvasStore(onChanged: () => void): PlainStore {
  const store = plainStore(TYPES);
  let telling: ReadonlySet<string> = new Set();
  return {
    ...store,
    onUserChanges: (listener) =>
      store.onUserChanges((changes) => {
        onChanged();
        telling = new Set(changes.map(({ id }) => id));
        listener(changes);
        telling = new Set();
      }),
    apply(put, remove) {
      for (const id of [...put.map((record) => record.id), ...remove])
        insist(!telling.has(id), () => `the store was told what it had just said of ${recordIdOf(id)}`);
      store.apply([], remove);
      if (remove.length > 0) onChanged();
      store.apply(put, []);
    },
  };
}
