import type { Plugin } from 'vite';

const MESSAGES = '/i18n/generated/messages/';
const PICKING = /export const (\w+) = [\s\S]*?\n\}\);/g;

/**
 * The compiler of the messages gives each message a function that picks the language. Here they share one (`in-language.ts`): of
 * two hundred, which a phone loads before its first note, that is 2 kB compressed.
 */
export function leanMessages(): Plugin {
  return {
    name: 'lean-messages',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (!id.includes(MESSAGES) || id.endsWith('_index.js')) return undefined;
      let count = 0;
      const lean = code.replaceAll(PICKING, (_function, name: string) => {
        count += 1;
        const [nb, nn, en] = (['nb', 'nn', 'en'] as const).map((locale) => `${locale}_${name}`);
        return `export const ${name} = /* @__PURE__ */ inLanguage(${nb}, ${nn}, ${en});`;
      });
      if (count !== 1) throw new Error(`The compiler of the messages writes another form now: ${id}`);
      return { code: `import { inLanguage } from '../../in-language.ts';\n${lean}`, map: null };
    },
  };
}
