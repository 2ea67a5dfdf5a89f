/** Builds what the bench shows in a browser beside our board: the others' pages, and the lookout that goes into every page. */
import { join } from 'node:path';
import { build, type InlineConfig } from 'vite';

const PAGES = join(import.meta.dirname, 'pages');
const OUT = join(import.meta.dirname, '../dist/canvas');

export const PAGES_BUILT = join(OUT, 'pages');
export const LOOKOUT_BUILT = join(OUT, 'lookout/lookout.js');

const COMMON = { configFile: false, logLevel: 'error', root: PAGES } satisfies InlineConfig;

export async function buildPages(): Promise<void> {
  await build({
    ...COMMON,
    build: {
      outDir: PAGES_BUILT,
      emptyOutDir: true,
      chunkSizeWarningLimit: 4_000,
      rolldownOptions: { input: ['tldraw-sync', 'naive-yjs'].map((page) => join(PAGES, page, 'index.html')) },
    },
  });
  await build({
    ...COMMON,
    build: {
      outDir: join(OUT, 'lookout'),
      emptyOutDir: true,
      lib: { entry: join(PAGES, 'lookout/main.ts'), formats: ['iife'], name: 'lookout', fileName: () => 'lookout.js' },
    },
  });
}
