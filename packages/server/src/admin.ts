/** What the operator does from a terminal, while the server is stopped: `npm run admin -- links <board>`, `… remove-template <template>`. */
import { isBoardId, isTemplateId, type BoardId, now, type TemplateId } from '@samtavla/protocol';
import { openAssets } from './assets/open-assets.ts';
import { readConfig, type Config } from './config/config.ts';
import { LinkBook } from './links/link-book.ts';
import { linkTo, origins } from './links/link-origin.ts';
import { LinkVault } from './links/link-vault.ts';
import { ownSecretKey } from './links/secret-key.ts';
import { StartError } from './start-error.ts';
import { openStorage } from './storage/open-storage.ts';

const USAGE =
  'Say what to do: npm run admin -- links <board>, where <board> is what follows /t/ in its links, ' +
  'or npm run admin -- remove-template <template>, where <template> is what follows /m/ in its link.';
const toStandardError = (line: string) => process.stderr.write(`${line}\n`);

/**
 * A new facilitator link, for whoever lost theirs; the earlier one is closed, and those inside stay. It is refused
 * beside a running server, which holds the data directory: one process writes a database, however small the errand.
 */
async function issueFacilitatorLink(config: Config, board: BoardId): Promise<string> {
  const storage = await openStorage(config, toStandardError);
  try {
    if ((await storage.board(board)) === null)
      throw new StartError(
        `There is no board ${board} in ${config.databaseUrl === null ? config.dataDir : 'DATABASE_URL'}.`,
      );
    const vault = new LinkVault(config.secretKey ?? ownSecretKey(config.dataDir));
    const secret = await new LinkBook(storage, vault, now).rotate(board, 'facilitator', 'everyone');
    return linkTo(origins(config)[0], board, secret);
  } finally {
    await storage.close();
  }
}

/** For what should not be in the gallery; boards that were made of it stay. Answers with its name. */
async function removeTemplate(config: Config, id: TemplateId): Promise<string> {
  const storage = await openStorage(config, toStandardError);
  try {
    const template = await storage.template(id);
    if (template === null) throw new StartError(`There is no saved template ${id}.`);
    await storage.removeTemplate(id);
    await (await openAssets(config)).remove(id);
    return template.name;
  } finally {
    await storage.close();
  }
}

async function carryOut([what, id, ...others]: readonly string[]): Promise<string> {
  if (id === undefined || others.length > 0) throw new StartError(USAGE);
  if (what === 'links' && isBoardId(id))
    return `${await issueFacilitatorLink(readConfig(), id)}\nThis is shown once. The earlier link to facilitate the board is closed.\n`;
  if (what === 'remove-template' && isTemplateId(id))
    return `The template «${await removeTemplate(readConfig(), id)}» is removed, with its images.\n`;
  throw new StartError(USAGE);
}

try {
  process.stdout.write(await carryOut(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
