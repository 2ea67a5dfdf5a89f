import { closeSync, existsSync, fsyncSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StartError } from '../../start-error.ts';

/**
 * A copy of the data directory's database as it is at one moment, beside a server that goes on writing. What was acknowledged before is
 * in it. Codes that lead to a link for some hours are not, nor are ballots that wait to be counted: a backup outlives them.
 */
export function backUpDatabase(dataDir: string, targetDir: string): void {
  const [source, target] = [join(dataDir, 'samtavla.db'), join(targetDir, 'samtavla.db')];
  if (!existsSync(source))
    throw new StartError(`There is no database in ${dataDir}. Set DATA_DIR as the server has it.`);
  const database = new DatabaseSync(source, { timeout: 30_000 });
  try {
    database.prepare('VACUUM INTO ?').run(target);
  } finally {
    database.close();
  }
  const copy = new DatabaseSync(target);
  try {
    copy.exec('PRAGMA secure_delete = ON; DELETE FROM code; DELETE FROM ballot;');
  } finally {
    copy.close();
  }
  const file = openSync(target, 'r+');
  fsyncSync(file);
  closeSync(file);
}
