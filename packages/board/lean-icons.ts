import type { Plugin } from 'vite';
import { fileURLToPath } from 'node:url';

const ICON = /\/@navikt\/aksel-icons\/dist\/react\/esm\/\w+\.js$/;
const FRAME = /viewBox: "0 0 24 24".*\}, props\),$/m;
const PATH = /React\.createElement\("path", (\{[^}]*\})\)/g;
const DRAWN = /React\.createElement\("(?!svg"|title")/g;

const frame = fileURLToPath(new URL('./src/ui/lean-icon.ts', import.meta.url));

/**
 * The library gives each icon a frame of its own, with helpers and a title that none of ours has. Here they share one (`lean-icon.ts`):
 * of the thirty that a phone loads before its first note, that is 2 kB compressed.
 */
export function leanIcons(): Plugin {
  return {
    name: 'lean-icons',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (!ICON.test(id) || !code.includes('forwardRef(')) return undefined;
      const paths = [...code.matchAll(PATH)].map(([, values]) => values);
      const isKnown = FRAME.test(code) && paths.length > 0 && paths.length === [...code.matchAll(DRAWN)].length;
      if (!isKnown) throw new Error(`The library of icons draws in another form now: ${id}`);
      const lean = `import { leanIcon } from ${JSON.stringify(frame)};\nexport default /* @__PURE__ */ leanIcon(${paths.join(', ')});`;
      return { code: lean, map: null };
    },
  };
}
