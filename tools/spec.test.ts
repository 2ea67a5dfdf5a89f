import { expect, test } from 'vitest';
import { read, sources } from './sources.ts';
import { disagreements, ruleIds, testedIds } from './spec.ts';

const spec = '# Rules\n\n- **[S3]** an acknowledged edit survives\n- **[S4]** a refused one does not\nSee [S9].\n';

test('every rule of docs/spec.md has a test, and every id in a title has a rule', () => {
  const tests = sources(
    'packages/*/{src,test,simulate}/**/*.{test,contract}.{ts,tsx}',
    'e2e/**/*.spec.ts',
    'bench/**/*.test.ts',
    'tools/*.test.ts',
  );
  expect(disagreements(read('docs/spec.md'), new Map(tests.map((path) => [path, read(path)])))).toEqual([]);
});

test('rules are the lines that begin with an id', () => {
  expect(ruleIds(spec)).toEqual(['S3', 'S4']);
});

test('a rule without a test is found', () => {
  const tests = new Map([['a.test.ts', "test('[S3] survives', () => {})"]]);
  expect(disagreements(spec, tests)).toEqual(["no test's title says [S4]"]);
});

test('an id without a rule is found', () => {
  const tests = new Map([['a.test.ts', "test('[S3][S4] both', () => {}); test('[S9] unknown', () => {})"]]);
  expect(disagreements(spec, tests)).toEqual(['a.test.ts: the spec has no rule S9']);
});

test('two rules with one id are found', () => {
  const tests = new Map([['a.test.ts', "test('[S3] [S4] both', () => {})"]]);
  expect(disagreements(`${spec}\n- **[S3]** again\n`, tests)).toEqual(['two rules are called S3']);
});

test.each([
  ["test('[S3] plain', run)"],
  ["it('[S3] plain', run)"],
  ["describe('[S3] a group', run)"],
  ["test.describe('[S3] a group', run)"],
  ["test.concurrent('[S3] plain', run)"],
  ["test.each([1, 2])('[S3] row %s', run)"],
  ['test(`[S3] seed ${seed}`, run)'],
])('an id counts in %s', (source) => {
  expect(testedIds('a.test.ts', source)).toEqual(['S3']);
});

test.each([
  ["test.skip('[S3] later', run)"],
  ["test.todo('[S3] later')"],
  ["test.describe.skip('[S3] later', run)"],
  ["test.skip.each([1])('[S3] later', run)"],
  ["// test('[S3] once', run)"],
  ["expect(title).toBe('[S3] quoted')"],
])('an id does not count in %s', (source) => {
  expect(testedIds('a.test.ts', source)).toEqual([]);
});
