/**
 * Texts: a `Y.XmlFragment` under a record's `text`, in the form that y-prosemirror reads and writes (elements named by
 * ProseMirror's nodes, marks as the formatting of a `Y.XmlText`), so that an editor can be bound to it as it is.
 */
import * as Y from 'yjs';
import type { RecordMap } from './records.ts';

/** ProseMirror's JSON of a mark, a node and a whole text. */
export type RichMark = { readonly type: string; readonly attrs?: Readonly<Record<string, unknown>> };
export type RichNode = {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly RichNode[];
  readonly text?: string;
  readonly marks?: readonly RichMark[];
};
export type RichText = RichNode & { readonly type: 'doc'; readonly content: readonly RichNode[] };

/** The record's text; null when it has none. */
export function fragmentOf(record: RecordMap): Y.XmlFragment | null {
  const text = record.get('text');
  // A fragment's class is also its elements' ancestor, and an element is no text.
  return text instanceof Y.XmlFragment && !(text instanceof Y.XmlElement) ? text : null;
}

/** One paragraph a line. An empty text gets an empty paragraph: bound to nothing, two editors would each make their own. */
export const fragmentOfLines = (text: string): Y.XmlFragment => fragmentOfRichText(richTextOfLines(text));

export const richTextOfLines = (text: string): RichText => ({
  type: 'doc',
  content: text.split(/\r\n?|\n/).map((line) => ({
    type: 'paragraph',
    content: line === '' ? [] : [{ type: 'text', text: line }],
  })),
});

export function fragmentOfRichText(rich: RichText): Y.XmlFragment {
  const fragment = new Y.XmlFragment();
  fragment.insert(0, childrenOf(rich));
  return fragment;
}

/** Writes a whole text over another. For texts that nobody has open: an open one is its editor's to write. */
export function replaceText(fragment: Y.XmlFragment, rich: RichText): void {
  fragment.delete(0, fragment.length);
  fragment.insert(0, childrenOf(rich));
}

function childrenOf(node: RichNode): (Y.XmlElement | Y.XmlText)[] {
  const children: (Y.XmlElement | Y.XmlText)[] = [];
  let run: RichNode[] = [];
  const endRun = () => {
    if (run.length > 0) children.push(xmlText(run));
    run = [];
  };
  for (const child of node.content ?? []) {
    if (child.type === 'text') run.push(child);
    else {
      endRun();
      children.push(xmlElement(child));
    }
  }
  endRun();
  // Editors type into an existing `Y.XmlText` and so merge; two that each made their own would both stay.
  if (children.length === 0 && node.type === 'paragraph') children.push(new Y.XmlText());
  return children;
}

function xmlText(run: readonly RichNode[]): Y.XmlText {
  const text = new Y.XmlText();
  text.applyDelta(
    run.map((part) => ({
      insert: part.text ?? '',
      attributes: Object.fromEntries((part.marks ?? []).map((mark) => [mark.type, mark.attrs ?? {}])),
    })),
  );
  return text;
}

function xmlElement(node: RichNode): Y.XmlElement {
  const element = new Y.XmlElement(node.type);
  for (const [key, value] of Object.entries(node.attrs ?? {})) {
    // Typed as strings only, but any JSON value is stored, and y-prosemirror writes numbers the same way.
    if (value !== null) element.setAttribute(key, value as string);
  }
  element.insert(0, childrenOf(node));
  return element;
}

/** Lists in lists in lists; an editor makes a few. Deeper is nobody's text, and reading it would overflow the stack. */
const DEEPEST = 32;

/** The fragment as ProseMirror's JSON; what lies deeper than any editor puts it is left out. */
export function richTextOf(fragment: Y.XmlFragment): RichText {
  return { type: 'doc', content: nodesOf(fragment) };
}

function nodesOf(parent: Y.XmlFragment, depth = 0): RichNode[] {
  if (depth > DEEPEST) return [];
  return parent.toArray().flatMap((child): RichNode[] => {
    if (child instanceof Y.XmlText) return textNodes(child);
    if (!(child instanceof Y.XmlElement)) return [];
    const attrs = child.getAttributes();
    const content = nodesOf(child, depth + 1);
    return [
      {
        type: child.nodeName,
        ...(Object.keys(attrs).length > 0 && { attrs }),
        ...(content.length > 0 && { content }),
      },
    ];
  });
}

type DeltaPart = { insert?: unknown; attributes?: Record<string, unknown> };

function textNodes(text: Y.XmlText): RichNode[] {
  return (text.toDelta() as DeltaPart[]).flatMap((part): RichNode[] => {
    if (typeof part.insert !== 'string' || part.insert === '') return [];
    const marks = Object.entries(part.attributes ?? {}).map(([name, attrs]) => markOf(name, attrs));
    return [{ type: 'text', text: part.insert, ...(marks.length > 0 && { marks }) }];
  });
}

/** y-prosemirror stores a mark that may overlap itself under `name--hash`. */
function markOf(name: string, attrs: unknown): RichMark {
  const type = name.replace(/--[A-Za-z0-9+/=]{8}$/, '');
  const values = typeof attrs === 'object' && attrs !== null ? (attrs as Record<string, unknown>) : {};
  return Object.keys(values).length > 0 ? { type, attrs: values } : { type };
}

/** The text without its formatting, a line a paragraph. */
export function linesOf(fragment: Y.XmlFragment): string {
  const lineOf = (node: RichNode): string =>
    node.text ?? (node.content ?? []).map(lineOf).join(node.type === 'listItem' ? '\n' : '');
  const isBlock = (node: RichNode) =>
    node.type !== 'text' && (node.content ?? []).some((child) => child.type !== 'text');
  const blocks = (nodes: readonly RichNode[]): string[] =>
    nodes.flatMap((node) => (isBlock(node) ? blocks(node.content ?? []) : [lineOf(node)]));
  return blocks(richTextOf(fragment).content).join('\n');
}
