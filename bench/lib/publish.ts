/** Where results go: a file for programs, a table for people. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, platform, totalmem } from 'node:os';
import { join } from 'node:path';
import { withTable } from './performance-table.ts';
import type { Results } from './results.ts';

const GIGABYTE = 1024 ** 3;

/** The machine it ran on, in words that hold nothing of whose it is. */
export function circumstances(): Pick<Results, 'date' | 'machine' | 'node'> {
  const model = cpus()[0]?.model.trim() ?? 'unknown processor';
  return {
    date: new Date().toISOString().slice(0, 10),
    machine: `${cpus().length} × ${model}, ${Math.round(totalmem() / GIGABYTE)} GB, ${platform()}`,
    node: process.versions.node,
  };
}

const ROOT = join(import.meta.dirname, '../..');

/** Writes `bench/results/<bench>.json` and the bench's table in `docs/performance.md`. */
export function publish(results: Results, root = ROOT): void {
  const directory = join(root, 'bench/results');
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, `${results.bench}.json`), `${JSON.stringify(results, null, 2)}\n`);
  const page = join(root, 'docs/performance.md');
  writeFileSync(page, withTable(readFileSync(page, 'utf8'), results));
}
