import { type Argument, type Expression, parseSync, Visitor } from 'oxc-parser';

const idInBrackets = /\[([A-Z]+\d+[a-z]?)\]/g;
const ruleLine = /^- \*\*\[([A-Z]+\d+[a-z]?)\]\*\* \S/gm;

/** The rules of a spec: lines like `- **[S3]** an acknowledged edit survives`. */
export function ruleIds(spec: string): string[] {
  return [...spec.matchAll(ruleLine)].map(([, id = '']) => id);
}

/** The ids in the titles of a file's tests. A test that is skipped or still to do proves nothing and is left out. */
export function testedIds(path: string, source: string): string[] {
  const ids: string[] = [];
  new Visitor({
    CallExpression: ({ callee, arguments: [title] }) => {
      const words = wordsOf(callee);
      if (!['test', 'it', 'describe'].includes(words[0] ?? '')) return;
      if (words.some((word) => ['skip', 'todo', 'fixme'].includes(word))) return;
      ids.push(...[...textOf(title).matchAll(idInBrackets)].map(([, id = '']) => id));
    },
  }).visit(parseSync(path, source).program);
  return ids;
}

/** Where the spec and the tests disagree, as sentences. */
export function disagreements(spec: string, tests: ReadonlyMap<string, string>): string[] {
  const rules = ruleIds(spec);
  const tested = [...tests].flatMap(([path, source]) => testedIds(path, source).map((id) => ({ path, id })));
  return [
    ...rules.filter((id, at) => rules.indexOf(id) !== at).map((id) => `two rules are called ${id}`),
    ...rules.filter((id) => !tested.some((test) => test.id === id)).map((id) => `no test's title says [${id}]`),
    ...tested.filter(({ id }) => !rules.includes(id)).map(({ path, id }) => `${path}: the spec has no rule ${id}`),
  ];
}

/** `test.describe.skip(…)` and `test.each(…)(…)` as words: what is called, and how. */
function wordsOf(callee: Expression): string[] {
  if (callee.type === 'Identifier') return [callee.name];
  if (callee.type === 'CallExpression') return wordsOf(callee.callee);
  if (callee.type === 'TaggedTemplateExpression') return wordsOf(callee.tag);
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return [];
  return [...wordsOf(callee.object), callee.property.name];
}

function textOf(title: Argument | undefined): string {
  if (title?.type === 'Literal' && typeof title.value === 'string') return title.value;
  if (title?.type === 'TemplateLiteral') return title.quasis.map((part) => part.value.raw).join('…');
  return '';
}
