import { parseSync, Visitor } from 'oxc-parser';

/**
 * What a TypeScript file reaches for: the specifier of each import, static, dynamic or of a type only, and
 * `process.env` as if it were a module, since reading the environment is a dependency like any other.
 */
export function importsOf(path: string, source: string): Set<string> {
  const { program, errors } = parseSync(path, source);
  if (errors[0]) throw new Error(`${path} does not parse: ${errors[0].message}`);

  const found = new Set<string>();
  new Visitor({
    ImportDeclaration: (node) => void found.add(node.source.value),
    ExportAllDeclaration: (node) => void found.add(node.source.value),
    ExportNamedDeclaration: (node) => void (node.source && found.add(node.source.value)),
    TSImportType: (node) => void found.add(node.source.value),
    ImportExpression: ({ source: from }) => {
      if (from.type === 'Literal' && typeof from.value === 'string') found.add(from.value);
    },
    MemberExpression: ({ object, property }) => {
      if (object.type !== 'Identifier' || object.name !== 'process') return;
      if (property.type === 'Identifier' && property.name === 'env') found.add('process.env');
    },
  }).visit(program);
  return found;
}
