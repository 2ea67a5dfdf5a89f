import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { accepts, SubjectProcess } from './subject-process.ts';

/** Leaves its pid in its directory, a line a start. */
const LISTENER = `
  const { appendFileSync } = require('node:fs');
  appendFileSync(process.env.DATA_DIR + '/pids', process.pid + '\\n');
  require('node:net').createServer().listen(Number(process.env.PORT), process.env.HOST);
`;

const SUBJECT_PROCESS = new URL('subject-process.ts', import.meta.url).href;
/** Starts a subject, says where, and would wait for ever. */
const BENCH = `
  const [url, program] = process.argv.slice(1);
  const { SubjectProcess, endWhenInterrupted } = await import(url);
  endWhenInterrupted();
  const { port, directory } = await SubjectProcess.start(program);
  console.log(JSON.stringify({ port, directory }));
  setInterval(() => {}, 1000);
`;

async function started(): Promise<SubjectProcess> {
  const directory = mkdtempSync(join(tmpdir(), 'samtavla-test-'));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  const program = join(directory, 'listener.cjs');
  writeFileSync(program, LISTENER);
  const subject = await SubjectProcess.start(program);
  onTestFinished(() => subject.end());
  return subject;
}

const isRunning = (pid: number | undefined) => {
  try {
    return pid !== undefined && process.kill(pid, 0);
  } catch {
    return false;
  }
};

test('[Q4] a subject is a process of its own and says what it has used', async () => {
  const subject = await started();
  expect(subject.pid).not.toBe(process.pid);
  const { cpuMillis, residentBytes } = await subject.usage();
  expect([cpuMillis > 0, residentBytes > 0]).toEqual([true, true]);
});

test('[Q4] a subject that was killed starts again on what it left', async () => {
  const subject = await started();
  const first = subject.pid;
  await subject.kill();
  expect(isRunning(first)).toBe(false);
  await subject.restart();
  expect(readFileSync(join(subject.directory, 'pids'), 'utf8')).toBe(`${first}\n${subject.pid}\n`);
});

test('[Q4] nothing is left of a subject that was ended, neither process nor directory', async () => {
  const subject = await started();
  await subject.end();
  expect([isRunning(subject.pid), existsSync(subject.directory)]).toEqual([false, false]);
});

test('[Q4] a program that ends before it listens is an error, not a wait', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'samtavla-test-'));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  const program = join(directory, 'nothing.cjs');
  writeFileSync(program, '');
  await expect(SubjectProcess.start(program)).rejects.toThrow('ended before it listened');
});

test('[Q4] nothing is left of a subject whose bench is interrupted, neither process nor directory', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'samtavla-test-'));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  const program = join(directory, 'listener.cjs');
  writeFileSync(program, LISTENER);
  const bench = spawn(process.execPath, ['--input-type=module', '-e', BENCH, SUBJECT_PROCESS, program]);
  onTestFinished(() => void bench.kill('SIGKILL'));
  const [line] = (await once(bench.stdout, 'data')) as [Buffer];
  const subject = JSON.parse(line.toString()) as { port: number; directory: string };
  expect([await accepts(subject.port), existsSync(subject.directory)]).toEqual([true, true]);
  const exited = once(bench, 'exit');
  bench.kill('SIGINT');
  expect(await exited).toEqual([130, null]);
  // Its pid may stay, of a process that ended and that nobody asks after any more.
  await expect.poll(() => accepts(subject.port)).toBe(false);
  expect(existsSync(subject.directory)).toBe(false);
});
