/** What the operator does from a terminal, while the server is stopped: `npm run admin -- links <board>`. */
import { isBoardId, type BoardId, now } from '@samtavla/protocol';
import { readConfig, type Config } from './config/config.ts';
import { LinkBook } from './links/link-book.ts';
import { linkTo, origins } from './links/link-origin.ts';
import { LinkVault } from './links/link-vault.ts';
import { ownSecretKey } from './links/secret-key.ts';
import { StartError } from './start-error.ts';
import { openStorage } from './storage/open-storage.ts';

const USAGE = 'Say what to do: npm run admin -- links <board>, where <board> is what follows /t/ in its links.';

/**
 * A new facilitator link, for whoever lost theirs; the earlier one is closed, and those inside stay. It is refused
 * beside a running server, which holds the data directory: one process writes a database, however small the errand.
 */
async function issueFacilitatorLink(config: Config, board: BoardId): Promise<string> {
  const storage = await openStorage(config, (line) => process.stderr.write(`${line}\n`));
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

try {
  const [what, board, ...others] = process.argv.slice(2);
  if (what !== 'links' || board === undefined || !isBoardId(board) || others.length > 0) throw new StartError(USAGE);
  const link = await issueFacilitatorLink(readConfig(), board);
  process.stdout.write(`${link}\nThis is shown once. The earlier link to facilitate the board is closed.\n`);
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
