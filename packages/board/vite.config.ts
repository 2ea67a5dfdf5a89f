import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compressAssets } from './compress-assets.ts';

/** Where `npm run dev` finds a running server. */
const server = 'http://localhost:3000';

export default defineConfig({
  plugins: [react(), compressAssets()],
  build: {
    outDir: 'dist/app',
    emptyOutDir: true,
    // The Content-Security-Policy takes no scripts, styles or fonts from `data:` addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
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
