import { parseSync, Visitor, type Expression, type JSXAttribute, type JSXEmptyExpression } from 'oxc-parser';

/** Attributes that a person reads or hears. */
const SPOKEN: ReadonlySet<string> = new Set([
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-valuetext',
  'alt',
  'label',
  'placeholder',
  'title',
]);

/** Texts that stand in a component itself instead of in the messages, and so in one language only. */
export function literalTexts(path: string, source: string): string[] {
  const found: string[] = [];
  const note = (texts: readonly string[]) => found.push(...texts.filter((text) => /\p{L}/u.test(text)));
  new Visitor({
    JSXElement: ({ children }) => note(children.flatMap(textsOfChild)),
    JSXFragment: ({ children }) => note(children.flatMap(textsOfChild)),
    JSXAttribute: (attribute) => note(textsOfAttribute(attribute)),
  }).visit(parseSync(path, source).program);
  return found;
}

type Child = { type: string; value?: unknown; expression?: Expression | JSXEmptyExpression };

function textsOfChild({ type, value, expression }: Child): string[] {
  if (type === 'JSXText') return [String(value).trim()];
  return type === 'JSXExpressionContainer' && expression !== undefined ? textsOf(expression) : [];
}

function textsOfAttribute({ name, value }: JSXAttribute): string[] {
  if (name.type !== 'JSXIdentifier' || !SPOKEN.has(name.name)) return [];
  if (value?.type === 'Literal') return [value.value];
  return value?.type === 'JSXExpressionContainer' ? textsOf(value.expression) : [];
}

/** The strings an expression may become: its own, and those it chooses between. */
function textsOf(expression: Expression | JSXEmptyExpression): string[] {
  switch (expression.type) {
    case 'Literal':
      return typeof expression.value === 'string' ? [expression.value] : [];
    case 'TemplateLiteral':
      return expression.quasis.map(({ value }) => value.raw);
    case 'ConditionalExpression':
      return [...textsOf(expression.consequent), ...textsOf(expression.alternate)];
    case 'LogicalExpression':
      return [...textsOf(expression.left), ...textsOf(expression.right)];
    default:
      return [];
  }
}
