import { matchesGlob, posix } from 'node:path';
import { type Arrows, arrows } from './arrows.ts';
import { findCircle } from './circle.ts';
import { importsOf } from './imports.ts';
import { read, sources } from './sources.ts';

/** Path from the root → what the file imports, as written. */
export type Imports = ReadonlyMap<string, ReadonlySet<string>>;

const scope = '@samtavla/';

/** Every import that the table does not allow, as a sentence. */
export function violations(imports: Imports, table: Arrows): string[] {
  const found: string[] = [];
  for (const [file, specifiers] of imports) {
    for (const specifier of specifiers) {
      const wrong =
        wrongPackage(file, specifier, table) ??
        wrongFolder(file, specifier, table) ??
        wrongHome(file, specifier, table) ??
        wrongThought(file, specifier, table);
      if (wrong) found.push(`${file} imports ${specifier}: ${wrong}`);
    }
  }
  const circle = findCircle(filesImported(imports));
  if (circle) found.push(`a circle of imports: ${circle.join(' → ')}`);
  return found;
}

function wrongPackage(file: string, specifier: string, { packages }: Arrows): string | undefined {
  const from = packageOf(file);
  const allowed = packages[from];
  if (!allowed) return `${from} has no row among the packages in tools/arrows.ts`;

  if (specifier.startsWith(scope)) {
    const to = specifier.slice(scope.length).split('/')[0] ?? '';
    return allowed.includes(to) ? undefined : `${from} may not import ${to}`;
  }
  const target = targetOf(file, specifier);
  if (target === undefined || packageOf(target) === from) return undefined;
  return 'another package is entered by its name';
}

function wrongFolder(file: string, specifier: string, { board }: Arrows): string | undefined {
  const from = folderOf(file);
  const to = folderOf(targetOf(file, specifier) ?? '');
  if (from === undefined || to === undefined || from === to) return undefined;

  const allowed = board[from];
  if (!allowed) return `${from} has no row among the board's folders in tools/arrows.ts`;
  return allowed.includes(to) ? undefined : `in the board, ${from} may not import ${to}`;
}

function wrongHome(file: string, specifier: string, { homes }: Arrows): string | undefined {
  const home = Object.entries(homes).find(([foreign]) => isOf(specifier, foreign))?.[1];
  if (!home || home.some((glob) => matchesGlob(file, glob))) return undefined;
  return `its home is ${home[0]}`;
}

function wrongThought(file: string, specifier: string, { pure }: Arrows): string | undefined {
  const place = Object.entries(pure).find(([glob]) => matchesGlob(file, glob));
  if (!place?.[1].some((foreign) => isOf(specifier, foreign))) return undefined;
  return `${place[0]} is plain thinking and knows nothing of it`;
}

function isOf(specifier: string, foreign: string): boolean {
  return specifier === foreign || specifier.startsWith(`${foreign}/`);
}

function packageOf(path: string): string {
  const [first = '', second = ''] = path.split('/');
  return first === 'packages' ? second : first;
}

function folderOf(path: string): string | undefined {
  if (path.startsWith('packages/board/simulate/')) return 'simulate';
  const inside = /^packages\/board\/src\/(?:(?<folder>[^/]+)\/)?/.exec(path);
  return inside ? (inside.groups?.['folder'] ?? 'app') : undefined;
}

/** The file that a relative specifier means; undefined for a package. */
function targetOf(file: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  return posix.join(posix.dirname(file), specifier.replace(/\?.*$/, ''));
}

function filesImported(imports: Imports): Map<string, string[]> {
  const targets = (file: string, specifiers: ReadonlySet<string>): string[] =>
    [...specifiers].map((specifier) => targetOf(file, specifier) ?? '').filter((target) => imports.has(target));
  return new Map([...imports].map(([file, specifiers]) => [file, targets(file, specifiers)]));
}

/** The imports of every file in the repository that the table is about. */
export function realImports(): Imports {
  const files = sources('packages/*/{src,test,simulate}/**/*.{ts,tsx}', '{tools,e2e,bench}/**/*.{ts,tsx}');
  return new Map(files.map((file) => [file, importsOf(file, read(file))]));
}

if (import.meta.main) {
  const imports = realImports();
  const found = violations(imports, arrows);
  console.log(found.length > 0 ? found.join('\n') : `${imports.size} files, every import where it belongs`);
  process.exitCode = found.length > 0 ? 1 : 0;
}
