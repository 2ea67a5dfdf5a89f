/**
 * `npm run simulate:faults`: proves that the simulation sees. Each patch in `faults/` plants one fault in a copy of the sources; the
 * simulation is run there, and must fail. A patch that no longer applies fails too: mend it with the code it is about.
 */
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';

/** Most faults are found within the first forty; the rest are for the rarer ones, and for the day when the acts change. */
const SEEDS = '300';

/** Three hundred seeds take ten seconds where nothing else runs. */
const PATIENCE_MILLIS = 120_000;

const root = join(import.meta.dirname, '../../..');
const folder = join(import.meta.dirname, 'faults');
const COPIED = ['templates/src', 'protocol/src', 'board/src/binding', 'board/src/session', 'board/simulate'];
const LINKED = ['protocol/node_modules', 'board/node_modules'];
const OURS = ['templates', 'protocol'];

type Verdict = { readonly fault: string; readonly sentence: string; readonly found: boolean; readonly words: string };

async function plant(fault: string): Promise<Verdict> {
  const patch = join(folder, fault);
  const [sentence = '', rare = ''] = readFileSync(patch, 'utf8').split('\n');
  const copy = mkdtempSync(join(tmpdir(), 'planted-fault-'));
  try {
    copyTo(copy);
    const applied = await ends('git', ['apply', '--whitespace=nowarn', patch], copy);
    if (applied.code !== 0) return { fault, sentence, found: false, words: `no longer applies: ${applied.said}` };
    const main = 'packages/board/simulate/main.ts';
    // A rare one says on its second line with which seed it is found.
    const from = /^Seed (\d+)$/.exec(rare)?.[1] ?? '1';
    const { code, said } = await ends(process.execPath, [main, '--long', '--seeds', SEEDS, '--from', from], copy);
    const found = code === 1 && /^Seed \d+ fails/m.test(said);
    return { fault, sentence, found, words: said.trim().split('\n').at(-1) ?? '' };
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** The sources with their packages' names, and the same foreign modules: two copies of Yjs do not know each other's types. */
function copyTo(copy: string): void {
  for (const each of COPIED) cpSync(join(root, 'packages', each), join(copy, 'packages', each), { recursive: true });
  for (const each of ['templates', 'protocol', 'board'])
    cpSync(join(root, 'packages', each, 'package.json'), join(copy, 'packages', each, 'package.json'));
  for (const each of LINKED) {
    const [from, to] = [join(root, 'packages', each), join(copy, 'packages', each)];
    mkdirSync(join(to, '@samtavla'), { recursive: true });
    for (const name of ['yjs', 'zod', 'lib0'].filter((foreign) => readdirSync(from).includes(foreign)))
      symlinkSync(realpathSync(join(from, name)), join(to, name));
    for (const name of OURS) symlinkSync(join(copy, 'packages', name), join(to, '@samtavla', name));
  }
}

function ends(command: string, args: readonly string[], cwd: string): Promise<{ code: number; said: string }> {
  return new Promise((resolve) => {
    execFile(command, args, { cwd, timeout: PATIENCE_MILLIS }, (error, out, err) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 2;
      resolve({ code, said: out + err });
    });
  });
}

export const faults = (): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.patch'))
    .toSorted();

/** Plants these faults, as many at a time as the machine has processors. */
export async function plantAll(planted: readonly string[]): Promise<Verdict[]> {
  const waiting = [...planted];
  const verdicts: Verdict[] = [];
  const plantNext = async (): Promise<void> => {
    for (let fault = waiting.shift(); fault !== undefined; fault = waiting.shift()) verdicts.push(await plant(fault));
  };
  await Promise.all(Array.from({ length: availableParallelism() }, plantNext));
  return verdicts.toSorted((a, b) => (a.fault < b.fault ? -1 : 1));
}

if (import.meta.main) {
  const verdicts = await plantAll(faults());
  for (const { fault, sentence, found, words } of verdicts)
    console.log(`${found ? '✓' : '✗'} ${fault}: ${sentence}\n    ${found ? words : `NOT FOUND: ${words}`}`);
  process.exitCode = verdicts.length > 0 && verdicts.every(({ found }) => found) ? 0 : 1;
}
