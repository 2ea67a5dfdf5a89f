/** The process: configuration, start, banner, signals. */
import { pino } from 'pino';
import { openAssets } from './assets/open-assets.ts';
import { banner } from './banner.ts';
import { readConfig, type Config } from './config/config.ts';
import { ownSecretKey } from './links/secret-key.ts';
import { startServer, type RunningServer } from './server.ts';
import { StartError } from './start-error.ts';
import { openStorage } from './storage/open-storage.ts';

/** A container is given ten seconds before it is killed. */
const STOP_MILLIS = 8_000;
/** A terminal's Ctrl-C comes twice, from the terminal itself and from npm: only a later one is a second. */
const SAME_SIGNAL_MILLIS = 500;

async function main(): Promise<void> {
  const config = readConfig();
  const server = await start(config);
  process.stdout.write(banner(server.port, server.origins()));
  stopOnSignals(server, config.drainSeconds);
}

async function start({
  dataDir,
  databaseUrl,
  redisUrl,
  s3,
  secretKey,
  logLevel,
  ...config
}: Config): Promise<RunningServer> {
  const storage = await openStorage({ dataDir, databaseUrl, redisUrl }, (line) => process.stderr.write(`${line}\n`));
  // Standard output is for people.
  const log = pino({ level: logLevel, base: null }, pino.destination(2));
  const onCorrupt = () =>
    endWith(
      `The database in ${databaseUrl === null ? dataDir : 'DATABASE_URL'} is damaged. Put a backup in its place.`,
    );
  try {
    const assets = await openAssets({ dataDir, redisUrl, s3 });
    const secret = secretKey ?? ownSecretKey(dataDir);
    return await startServer({ ...config, storage, assets, secretKey: secret, redisUrl, log, onCorrupt });
  } catch (error) {
    await storage.close();
    throw listenError(error, config) ?? error;
  }
}

function listenError(error: unknown, { host, port }: Pick<Config, 'host' | 'port'>): StartError | null {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'EADDRINUSE')
    return new StartError(`PORT is ${port}, and another program uses it. Stop that one, or set PORT to another.`);
  if (code === 'EACCES')
    return new StartError(`PORT is ${port}, which this user may not use. Set PORT to 1024 or above.`);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return new StartError(`HOST is "${host}", but must be an address of this machine.`);
  return null;
}

function stopOnSignals(server: RunningServer, drainSeconds: number): void {
  let stoppingSince: number | null = null;
  const stop = () => {
    if (stoppingSince !== null) {
      // Whoever asks twice does not want to wait.
      if (performance.now() - stoppingSince > SAME_SIGNAL_MILLIS) process.exit(130);
      return;
    }
    stoppingSince = performance.now();
    server.retire();
    setTimeout(() => end(server), drainSeconds * 1_000);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

function end(server: RunningServer): void {
  setTimeout(() => endWith('Could not stop in time.'), STOP_MILLIS).unref();
  server.close().then(
    () => process.exit(0),
    (error: unknown) => endWith(`Could not stop cleanly: ${String(error)}`),
  );
}

function endWith(line: string): never {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}

try {
  await main();
} catch (error) {
  if (error instanceof StartError) endWith(error.message);
  throw error;
}
