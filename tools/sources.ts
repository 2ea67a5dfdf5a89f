import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** The root of the repository, wherever the tool was started from. */
export const root = join(import.meta.dirname, '..');

const notWritten = ['**/node_modules', '**/dist', '**/generated'];

/** Paths of files that people wrote, from the root, in a stable order. */
export function sources(...patterns: string[]): string[] {
  return globSync(patterns, { cwd: root, exclude: notWritten, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .toSorted();
}

export function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}
