import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root, sources } from './sources.ts';

const board = join(root, 'packages/board');
const page = join(board, 'dist/app/index.html');
/** Says which sources `dist/app` was built from. It stands outside `app`, which is served and emptied. */
const stamp = join(board, 'dist/built-from');

/** Tests, and what the compiler of the messages leaves beside its settings, which are the project's own. */
const noSource = /\.test\.tsx?$|\/project\.inlang\/(?!settings\.json$)/;

/** Builds the board's pages, unless they are already built from exactly these sources. False when it fails. */
export function buildBoard(): boolean {
  const hash = hashOfSources();
  if (existsSync(page) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) {
    console.log('The board is built already.');
    return true;
  }

  rmSync(stamp, { force: true });
  const started = performance.now();
  if (!script('i18n') || !script('fonts') || !script('build')) return false;

  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
  console.log(`The board is built, in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
  return true;
}

function hashOfSources(): string {
  const hash = createHash('sha256');
  const files = sources('packages/{board,protocol,templates}/**', 'pnpm-lock.yaml', 'tsconfig.base.json');
  for (const path of files.filter((file) => !noSource.test(file))) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0');
  }
  return hash.digest('hex');
}

/** Runs a script of the board's package.json, quietly while it goes well. */
function script(name: string): boolean {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--run', name], { cwd: board, encoding: 'utf8' });
  if (status !== 0) console.error(`${stdout}${stderr}\nThe board could not be built: its script "${name}" failed.`);
  return status === 0;
}

if (import.meta.main) process.exitCode = buildBoard() ? 0 : 1;
