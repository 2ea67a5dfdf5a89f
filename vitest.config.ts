import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** `npm run verify` gives the same tests more rounds, and so more time. */
const patience = process.env['VERIFY'] === '1' ? 20 : 1;

export default defineConfig({
  test: {
    include: [
      'packages/*/src/**/*.test.{ts,tsx}',
      'packages/*/{test,simulate}/**/*.test.ts',
      '{tools,bench}/**/*.test.ts',
    ],
    exclude: ['**/node_modules/**', '**/dist/**'],
    // Tests start real servers, and some kill them: each file gets a process of its own.
    pool: 'forks',
    maxWorkers: availableParallelism(),
    testTimeout: 20_000 * patience,
    hookTimeout: 30_000 * patience,
  },
});
