/** A text as React elements: no HTML strings, so nothing in a text can become markup. What is unknown shows its contents. */
import type { RichMark, RichNode } from '@samtavla/protocol';
import type { JSX, ReactNode } from 'react';

const BLOCKS: Record<string, keyof JSX.IntrinsicElements> = {
  paragraph: 'p',
  bulletList: 'ul',
  orderedList: 'ol',
  listItem: 'li',
  heading: 'p',
};
const MARKS: Record<string, keyof JSX.IntrinsicElements> = {
  bold: 'strong',
  italic: 'em',
  strike: 's',
  code: 'code',
  highlight: 'mark',
};

export function RichTextView({ text }: { text: { readonly content: readonly unknown[] } }) {
  return nodes(text.content as readonly RichNode[]);
}

const nodes = (content: readonly RichNode[] | undefined): ReactNode =>
  (content ?? []).map((node, place) => <Node key={place} node={node} />);

function Node({ node }: { node: RichNode }) {
  if (node.type === 'text') return (node.marks ?? []).reduce(marked, node.text ?? '');
  if (node.type === 'hardBreak') return <br />;
  const Block = BLOCKS[node.type];
  if (Block === undefined) return nodes(node.content);
  // An empty line is a line all the same.
  const isEmptyLine = Block === 'p' && (node.content ?? []).length === 0;
  return <Block>{isEmptyLine ? <br /> : nodes(node.content)}</Block>;
}

function marked(inner: ReactNode, mark: RichMark): ReactNode {
  if (mark.type === 'link') {
    const href = safeHref(mark.attrs?.['href']);
    return href === null ? inner : <SafeLink href={href}>{inner}</SafeLink>;
  }
  const Mark = MARKS[mark.type];
  return Mark === undefined ? inner : <Mark>{inner}</Mark>;
}

function SafeLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}

/** Only what opens a page or a letter: never `javascript:` or `data:`. */
function safeHref(href: unknown): string | null {
  return typeof href === 'string' && /^(https?:|mailto:)/i.test(href) ? href : null;
}
