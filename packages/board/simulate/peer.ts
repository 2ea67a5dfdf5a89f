/** One person: documents, a store bound to them, undo over them, and a text editor, put together as a canvas puts them. */
import { readDrag, recordsOf, type RecordId, type RecordMap } from '@samtavla/protocol';
import * as Y from 'yjs';
import { bind, FROM_STORE, type Binding } from '../src/binding/bind.ts';
import { historyOver, type History } from '../src/binding/history.ts';
import { plainStore, type PlainStore } from '../src/binding/plain-store.ts';
import { recordIdOf } from '../src/binding/record-codec.ts';
import type { StoreShape } from '../src/binding/store-port.ts';
import type { Clock } from '../src/session/clock.ts';
import { dragStream, type DragStream } from '../src/session/drag-stream.ts';
import { signal, type Signal } from '../src/session/signal.ts';
import type { Deed } from './acts/deed.ts';
import type { Said } from './chatter.ts';
import type { Hand } from './hand.ts';
import { Line, type Frame } from './line.ts';
import { OpenText, TYPING } from './open-text.ts';
import { copyOf, newPapers, PAPERS, type Papers } from './papers.ts';
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
  readonly drags: Readonly<Record<keyof Papers, DragStream>>;
  /** Tells the tab what others say of drags. */
  readonly hear: (said: Said) => void;
  readonly others: Signal<readonly { readonly id: string }[]>;
};

export class Peer {
  readonly name: string;
  readonly isFacilitator: boolean;
  readonly line: Line;
  readonly #clock: Clock;
  /** What is being dragged. */
  hand: Hand | null = null;
  #isCalledOff = false;
  #calledOff: Deed | null = null;
  #tab: Tab;
  #typingRests: (() => void) | null = null;

  constructor(name: string, isFacilitator: boolean, client: number, clock: Clock) {
    this.name = name;
    this.isFacilitator = isFacilitator;
    this.line = new Line(isFacilitator);
    this.#clock = clock;
    this.#tab = this.#openTab(newPapers(client));
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
  get drags(): Readonly<Record<keyof Papers, DragStream>> {
    return this.#tab.drags;
  }
  /** Its id in presence, new with every tab. */
  get presence(): string {
    return `${this.name}-${this.client}`;
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

  isDraggedByOther(storeId: string): boolean {
    return this.#tab.binding.isDraggedByOther(storeId);
  }

  receive({ paper, kind, bytes }: Frame): void {
    const doc = this.papers[paper];
    if (kind === 'vector') this.line.send('server', paper, 'difference', Y.encodeStateAsUpdate(doc, bytes));
    else if (kind !== 'acknowledged') Y.applyUpdate(doc, bytes, FROM_LINE);
    this.endTurn();
  }

  hear(said: Said): void {
    this.#tab.hear(said);
  }

  /** Presence says who is connected. */
  seeOthers(ids: readonly string[]): void {
    this.#tab.others.set(ids.filter((id) => id !== this.presence).map((id) => ({ id })));
  }

  callOff(words: string): Deed | null {
    const { hand } = this;
    this.hand = null;
    if (hand === null) return null;
    hand.callOff();
    return { words, touches: [] };
  }

  /** What a canvas does once the turn is over in which the binding called for it. */
  endTurn(): void {
    if (!this.#isCalledOff) return;
    this.#isCalledOff = false;
    this.#calledOff = this.hand?.isWritten ? this.#letGo() : this.callOff('has the drag called off');
  }

  /** What has been written on its way is not put back here: a tool puts back whole records, over what others changed since. */
  #letGo(): Deed | null {
    const { hand } = this;
    this.hand = null;
    if (hand === null) return null;
    const owed = hand.pay();
    hand.drop();
    return { words: 'has the drag ended', ...owed };
  }

  /** The drag that was called off since this was last asked. */
  takeCalledOff(): Deed | null {
    const deed = this.#calledOff;
    this.#calledOff = null;
    return deed;
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
    this.#openAnew(newPapers(client));
  }

  /** The tab is opened anew from the copies on the device: whatever was written is there, whatever was not is gone. */
  reload(client: number): void {
    this.#openAnew(copyOf(this.papers, client));
  }

  #openAnew(papers: Papers): void {
    this.line.cut();
    this.#tab.history.close();
    this.#tab.binding.close();
    for (const drags of Object.values(this.#tab.drags)) drags.close();
    this.#typingRests = null;
    this.hand = null;
    this.#isCalledOff = false;
    this.#tab = this.#openTab(papers);
  }

  #openTab(papers: Papers): Tab {
    this.line.presence = `${this.name}-${papers.canvas.clientID}`;
    for (const paper of PAPERS) {
      papers[paper].on('update', (bytes: Uint8Array, origin: unknown) => {
        if (origin !== FROM_LINE) this.line.send('server', paper, 'update', bytes);
      });
    }
    let editor: OpenText | null = null;
    const others = signal<readonly { readonly id: string }[]>([]);
    const listeners = { plan: new Set<(text: string) => void>(), canvas: new Set<(text: string) => void>() };
    const drags = {
      plan: this.#dragsOver('plan', listeners, others),
      canvas: this.#dragsOver('canvas', listeners, others),
    };
    const hear = ({ paper, text }: Said) => {
      for (const listener of listeners[paper]) listener(text);
    };
    const callOff = () => {
      this.#isCalledOff = this.hand !== null;
    };
    const store = canvasStore(() => editor?.onApplied(), callOff);
    const plan = { doc: papers.plan, writable: this.isFacilitator };
    const canvas = { doc: papers.canvas, writable: true };
    const binding = bind(store, { plan, canvas }, drags);
    const written = [plan, canvas].filter(({ writable }) => writable).map(({ doc }) => doc);
    const later = (callback: () => void) => {
      this.#typingRests = callback;
      return () => {
        this.#typingRests = null;
      };
    };
    const history = historyOver(written, { later });
    history.track(FROM_STORE);
    history.track(TYPING, 'letter by letter');
    const witness = new Witness(papers);
    editor = new OpenText(store, binding);
    return { papers, store, binding, history, editor, witness, drags, hear, others };
  }

  #dragsOver(
    paper: keyof Papers,
    listeners: Readonly<Record<keyof Papers, Set<(text: string) => void>>>,
    peers: Signal<readonly { readonly id: string }[]>,
  ): DragStream {
    const send = (text: string) => {
      insist(readDrag(text) !== null, () => 'it said of a drag what nobody can read');
      this.line.say('server', { paper, text });
    };
    const subscribe = (listener: (text: string) => void) => {
      listeners[paper].add(listener);
      return () => void listeners[paper].delete(listener);
    };
    return dragStream({ send, subscribe }, { id: signal(this.line.presence), peers }, this.#clock);
  }
}

/** As a canvas' store: deaf to its own echo, because it is in the middle of an operation when it tells of it. */
function canvasStore(onChanged: () => void, callOffGesture: () => void): PlainStore {
  const store = plainStore(TYPES);
  let telling: ReadonlySet<string> = new Set();
  return {
    ...store,
    callOffGesture,
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
