/** `npm run backup -- <directory>`: a copy of everything, beside a running server. To restore it, start a server on the copy. */
import { chmodSync, copyFileSync, cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { INCOMING } from './assets/disk/disk-assets.ts';
import { readConfig, type Config } from './config/config.ts';
import { StartError } from './start-error.ts';
import { backUpDatabase } from './storage/sqlite/back-up-database.ts';

const USAGE = 'Say where to: npm run backup -- <directory>, which must be new or empty.';

function backUp({ dataDir, databaseUrl }: Config, target: string): void {
  prepare(target);
  if (databaseUrl === null) backUpDatabase(dataDir, target);
  // After the database: images are only added while their board lives, so what the copy speaks of is there.
  const assets = join(dataDir, 'assets');
  if (existsSync(assets))
    cpSync(assets, join(target, 'assets'), { recursive: true, filter: (path) => path !== join(assets, INCOMING) });
  const key = join(dataDir, 'secret.key');
  if (existsSync(key)) copyFileSync(key, join(target, 'secret.key'));
}

function prepare(target: string): void {
  try {
    mkdirSync(target, { recursive: true, mode: 0o700 });
    if (readdirSync(target).length > 0) throw new StartError(`${target} is not empty. ${USAGE}`);
    // It holds what the data directory holds, the key included.
    chmodSync(target, 0o700);
  } catch (error) {
    if (error instanceof StartError) throw error;
    throw new StartError(`${target} cannot be written to (${error instanceof Error ? error.message : String(error)}).`);
  }
}

try {
  const [target, ...others] = process.argv.slice(2);
  if (target === undefined || others.length > 0) throw new StartError(USAGE);
  const config = readConfig();
  backUp(config, resolve(target));
  process.stdout.write(
    config.databaseUrl === null
      ? `Backed up to ${resolve(target)}. To restore it, set DATA_DIR to a copy of it.\n`
      : `Images and key are in ${resolve(target)}. The boards are in DATABASE_URL: dump that with pg_dump, before this.\n`,
  );
  if (config.s3 !== null)
    process.stdout.write(`The images are in S3_BUCKET, ${config.s3.bucket}: copy that too, after this.\n`);
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
