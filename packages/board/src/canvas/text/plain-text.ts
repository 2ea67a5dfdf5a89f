type TextNode = { readonly type?: string; readonly text?: string; readonly content?: readonly TextNode[] };

/** A text without its formatting, a line a block. */
export function plainText(rich: { readonly content: readonly unknown[] }): string {
  const inline = (node: TextNode): string => node.text ?? (node.content ?? []).map(inline).join('');
  const isLine = (node: TextNode) => (node.content ?? []).every((child) => child.type === 'text');
  const lines = (nodes: readonly TextNode[]): string[] =>
    nodes.flatMap((node) => (isLine(node) ? [inline(node)] : lines(node.content ?? [])));
  return lines(rich.content as readonly TextNode[]).join('\n');
}
