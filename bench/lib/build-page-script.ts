/** Builds what a bench puts into a page before the page's own code: one file, that a browser runs as it is. */
import { join } from 'node:path';
import { build } from 'vite';

/**
 * @param entry its main file
 * @returns where it is, built
 */
export async function buildPageScript(entry: string, name: string): Promise<string> {
  const outDir = join(import.meta.dirname, '../dist/page-scripts', name);
  await build({
    configFile: false,
    logLevel: 'error',
    build: { outDir, emptyOutDir: true, lib: { entry, formats: ['iife'], name: 'script', fileName: () => 'built.js' } },
  });
  return join(outDir, 'built.js');
}
