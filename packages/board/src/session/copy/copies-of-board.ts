/** The copies that this device has of a board's documents. */
import { documentName, parseDocumentName, type BoardId } from '@samtavla/protocol';
import { deleteCopyStore, openCopyStore } from './copy-store.ts';

/** The documents the board app opens, beside a person's desk. */
const KINDS = ['plan', 'stage', 'canvas'] as const;

/** The name of the database a document's copy lies in: `samtavla:<board>:<kind>`, and whose desk it is. */
export function copyName(document: string): string {
  const address = parseDocumentName(document);
  if (address === null) throw new Error(`${document} is no document’s name.`);
  const owner = address.kind === 'desk' ? `:${address.owner}` : '';
  return `samtavla:${address.board}:${address.kind}${owner}`;
}

/** Also the desks of others who were here before on this device. */
async function namesFor(board: BoardId): Promise<string[]> {
  const desks = await databaseNames().then((names) =>
    names.filter((name) => name.startsWith(`samtavla:${board}:desk:`)),
  );
  return [...KINDS.map((kind) => copyName(documentName({ board, kind }))), ...desks];
}

async function databaseNames(): Promise<string[]> {
  try {
    return (await indexedDB.databases()).flatMap(({ name }) => name ?? []);
  } catch {
    // Where nothing may be kept there is nothing to take away.
    return [];
  }
}

/** Whether there is a copy of what stands on the board. Makes none. */
export async function hasCopy(board: BoardId): Promise<boolean> {
  const store = await openCopyStore(copyName(documentName({ board, kind: 'canvas' })), { make: false });
  const stored = await store?.read().catch(() => null);
  store?.close();
  return (stored?.keys.length ?? 0) > 0;
}

/** Takes one document's copy from this device. */
export const wipeCopy = (document: string): Promise<void> => deleteCopyStore(copyName(document));

/** Takes all copies of the board from this device, also those that other tabs have open. */
export async function wipeCopies(board: BoardId): Promise<void> {
  await Promise.all((await namesFor(board)).map(deleteCopyStore));
}

/** As `wipeCopies`, but not when one of them holds what the server has perhaps not got: nothing is lost because a session ended. */
export async function wipeSentCopies(board: BoardId): Promise<void> {
  const unsent = await Promise.all((await namesFor(board)).map(holdsUnsent));
  if (!unsent.includes(true)) await wipeCopies(board);
}

async function holdsUnsent(name: string): Promise<boolean> {
  const store = await openCopyStore(name, { make: false });
  // One that cannot be read now is not taken away unread.
  const holds = await store?.read().then(
    ({ unsent }) => unsent.size > 0,
    () => true,
  );
  store?.close();
  return holds ?? false;
}
