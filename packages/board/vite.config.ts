import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compressAssets } from './compress-assets.ts';
import { chunkFileNames, firstNoteChunks, frontPageAlone } from './first-note-chunks.ts';
import { leanIcons } from './lean-icons.ts';
import { leanMessages } from './lean-messages.ts';

const plainLogging = fileURLToPath(new URL('./node_modules/lib0/logging.node.js', import.meta.url));

const noAwareness = fileURLToPath(new URL('./src/session/no-awareness.ts', import.meta.url));

/** Where `npm run dev` finds a running server. */
const server = 'http://localhost:3000';

export default defineConfig({
  plugins: [react(), leanIcons(), leanMessages(), frontPageAlone(), compressAssets()],
  // The browser's prints by a part of lib0 that brings a validator of schemas along. Yjs prints when it is being debugged.
  // And its provider brings a presence that is none of ours.
  resolve: {
    alias: [
      { find: /^lib0\/logging$/, replacement: plainLogging },
      { find: /^y-protocols\/awareness$/, replacement: noAwareness },
    ],
  },
  build: {
    outDir: 'dist/app',
    emptyOutDir: true,
    // The Content-Security-Policy takes no scripts, styles or fonts from `data:` addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups: firstNoteChunks }, chunkFileNames } },
    // tldraw is larger, and loads lazily: what a phone loads has a budget of its own, with a test.
    chunkSizeWarningLimit: 2_000,
  },
  // It imports its files by `?url`, which the dependency optimizer does not know.
  optimizeDeps: { exclude: ['@tldraw/assets'] },
  server: {
    proxy: {
      '/api': server,
      '/sync': { target: server, ws: true },
    },
  },
});
