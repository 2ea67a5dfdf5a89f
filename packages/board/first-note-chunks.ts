/**
 * How the page is cut for a phone that is to write its first note: cut by itself into what each lazy view shares with each other, it is
 * some twenty-five files, which compress a twentieth worse than four.
 */
import type { Plugin, Rolldown } from 'vite';

/** All of the list and what writes in it, but for what is fetched when it is asked for. */
const LIST = /packages\/board\/src\/outline\/(?!add-zones|what-stands|domains|as-text|view\/copy-outline)/;
/** What the front page and the list have in common: in the list's file, the front page would fetch all of that. */
const COMMON =
  /ui\/lean-icon|aksel-icons|packages\/templates\/src|session\/my-boards|generated\/(registry|messages\/(outline|share)_cancel)/;

export const firstNoteChunks: Rolldown.CodeSplittingGroup[] = [
  { name: 'index', tags: ['$initial'], priority: 3 },
  { name: 'common', test: COMMON, priority: 2, entriesAware: true },
  { name: 'outline', test: LIST, priority: 1 },
];

/** Rolldown calls such a file by all who have a part in it. */
export const chunkFileNames = ({ name }: { readonly name: string }): string =>
  `assets/${name.startsWith('common~') ? 'common' : '[name]'}-[hash].js`;

/** Fails the build where the front page would fetch the list. */
export const frontPageAlone = (): Plugin => ({
  name: 'front-page-alone',
  apply: 'build',
  generateBundle(_options, bundle) {
    const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
    const named = (name: string) => chunks.find((chunk) => chunk.name === name);
    const list = named('outline');
    const fetched = new Set([named('home-page')?.fileName ?? '']);
    // A set is walked in the order it grows: what was found is looked into in its turn.
    for (const file of fetched)
      for (const imported of chunks.find(({ fileName }) => fileName === file)?.imports ?? []) fetched.add(imported);
    if (list === undefined || fetched.size < 2) this.error('There is no list, or no front page, to hold apart.');
    if (fetched.has(list.fileName))
      this.error(`The front page fetches the list: add what they have in common to COMMON in ${import.meta.filename}.`);
  },
});
