/**
 * The editor of a text that is open for typing, as y-prosemirror is one: letters go into the fragment, and what the fragment holds
 * is told to the store a little later. A paragraph of several pieces of text is one to it, and is made one when it is typed in.
 */
import { richTextOf } from '@samtavla/protocol';
import * as Y from 'yjs';
import type { Binding } from '../src/binding/bind.ts';
import type { PlainStore } from '../src/binding/plain-store.ts';
import type { StoreRecord } from '../src/binding/store-port.ts';

/** The origin of what is typed. */
export const TYPING = Symbol('typing');

export class OpenText {
  readonly #store: PlainStore;
  readonly #binding: Binding;
  #fragment: Y.XmlFragment | null = null;
  #untold: unknown[] = [];

  constructor(store: PlainStore, binding: Binding) {
    this.#store = store;
    this.#binding = binding;
  }

  get openId(): string | null {
    return this.#store.openText();
  }

  /** A canvas closes the editor of a shape that goes, at once. */
  onApplied(): void {
    if (this.openId !== null && this.#store.get(this.openId) === null) this.#letGo();
  }

  open(id: string): boolean {
    const fragment = this.#binding.textOf(id);
    if (fragment === null) return false;
    this.close();
    this.#store.open(id);
    this.#fragment = fragment;
    fragment.observeDeep(this.#onText);
    return true;
  }

  close(): void {
    if (this.openId === null) return;
    for (let rest = this.#untold.length; rest > 0; rest -= 1) this.tell();
    this.#letGo();
  }

  /** The store hears of the text as it was after a change, whatever has come since. */
  tell(): void {
    const id = this.openId;
    const record: StoreRecord | null = id === null ? null : this.#store.get(id);
    const richText = this.#untold.shift();
    if (record?.typeName === 'shape' && richText !== undefined)
      this.#store.put({ ...record, props: { ...record.props, richText } });
  }

  get length(): number {
    return this.#fragment === null ? 0 : (piecesIn(this.#fragment)[0]?.length ?? 0);
  }

  insert(at: number, letters: string): Y.XmlText | null {
    return this.#edit((text) => text.insert(Math.min(at, text.length), letters));
  }

  erase(at: number): Y.XmlText | null {
    return this.#edit((text) => text.delete(Math.min(at, text.length - 1), 1));
  }

  #edit(change: (text: Y.XmlText) => void): Y.XmlText | null {
    const fragment = this.openId === null ? null : this.#fragment;
    if (fragment === null) return null;
    let text: Y.XmlText | null = null;
    fragment.doc?.transact(() => {
      text = onePieceOf(fragment);
      change(text);
    }, TYPING);
    return text;
  }

  #letGo(): void {
    this.#fragment?.unobserveDeep(this.#onText);
    this.#fragment = null;
    this.#untold = [];
    this.#store.open(null);
  }

  readonly #onText = (): void => {
    if (this.#fragment !== null) this.#untold.push(richTextOf(this.#fragment));
  };
}

const isParagraph = (node: unknown): node is Y.XmlElement => node instanceof Y.XmlElement;

function piecesIn(fragment: Y.XmlFragment): Y.XmlText[] {
  return (fragment.toArray().find(isParagraph)?.toArray() ?? []).filter((piece) => piece instanceof Y.XmlText);
}

function onePieceOf(fragment: Y.XmlFragment): Y.XmlText {
  if (!fragment.toArray().some(isParagraph)) fragment.push([new Y.XmlElement('paragraph')]);
  const paragraph = fragment.toArray().find(isParagraph) as Y.XmlElement;
  const [first, ...others] = piecesIn(fragment);
  if (first === undefined) {
    const made = new Y.XmlText();
    paragraph.insert(0, [made]);
    return made;
  }
  for (const other of others) first.insert(first.length, lettersOf(other));
  if (others.length > 0) paragraph.delete(1, others.length);
  return first;
}

const lettersOf = (text: Y.XmlText): string =>
  (text.toDelta() as { insert?: unknown }[]).map(({ insert }) => (typeof insert === 'string' ? insert : '')).join('');
