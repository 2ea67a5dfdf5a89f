/** Builds the pages that the bench shows in a browser beside our board. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'vite';
import { COMPRESSED, PAGES_BUILT } from './page-files.ts';

const PAGES = join(import.meta.dirname, 'pages');
const TEXT: readonly string[] = ['.js', '.css', '.svg', '.json'];
/** As our own board's files are compressed. */
const BROTLI_QUALITY = 9;

export async function buildPages(pages: readonly ('tldraw-sync' | 'naive-yjs')[]): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    root: PAGES,
    build: {
      outDir: PAGES_BUILT,
      emptyOutDir: true,
      chunkSizeWarningLimit: 4_000,
      rolldownOptions: { input: pages.map((page) => join(PAGES, page, 'index.html')) },
    },
  });
  for (const file of readdirSync(PAGES_BUILT, { recursive: true, encoding: 'utf8' })) {
    if (TEXT.includes(extname(file))) compress(join(PAGES_BUILT, file));
  }
}

function compress(file: string): void {
  const params = { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY };
  writeFileSync(`${file}${COMPRESSED}`, brotliCompressSync(readFileSync(file), { params }));
}
