import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { Samples } from './results.ts';
import { measure, type Program, type Scenario } from './scenario.ts';

function listener(): string {
  const directory = mkdtempSync(join(tmpdir(), 'samtavla-test-'));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  const program = join(directory, 'listener.cjs');
  writeFileSync(program, "require('node:net').createServer().listen(Number(process.env.PORT), process.env.HOST);");
  return program;
}

test('[Q12] who breaks down or comes to no end is named with why, asked no more, and the others go on', async () => {
  const program = listener();
  const subjects: readonly Program[] = ['samtavla', 'hocuspocus', 'y-websocket'].map(
    (name) => ({ name, program }) as Program,
  );
  const asked: string[] = [];
  const scenario: Scenario<Program> = {
    name: 'one room',
    run: ({ name }, _server, samples) => {
      asked.push(name);
      if (name === 'hocuspocus') return Promise.reject(new Error('2 lines are broken.'));
      if (name === 'y-websocket') return new Promise(() => {});
      samples.add({ subject: name, scenario: 'one room', metric: 'edits', unit: 'n' }, [1]);
      return Promise.resolve();
    },
  };
  const samples = new Samples();
  const unfinished = await measure([scenario], subjects, { rounds: 2, samples, patienceMillis: 50 });
  expect(unfinished).toEqual([
    { subject: 'hocuspocus', scenario: 'one room', why: '2 lines are broken.' },
    { subject: 'y-websocket', scenario: 'one room', why: 'no end after 0.05 s' },
  ]);
  expect(asked.toSorted()).toEqual(['hocuspocus', 'samtavla', 'samtavla', 'y-websocket']);
  expect(samples.rows(2)).toHaveLength(1);
});
