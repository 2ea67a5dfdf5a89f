import { availableParallelism } from 'node:os';
import { join } from 'node:path';
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
    // What a test starts, threads and servers, finds its TypeScript stripped. Node strips in WebAssembly, and a process that begins
    // and ends many threads which do so dies of V8 now and then («Check failed: jit_page.has_value()», nodejs/node#64500).
    env: { NODE_COMPILE_CACHE: join(import.meta.dirname, 'tools', 'dist', 'compile-cache') },
    testTimeout: 20_000 * patience,
    hookTimeout: 30_000 * patience,
  },
});
