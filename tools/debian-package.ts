import { spawnSync } from 'node:child_process';

/** Installs packages of Debian's where that is possible without asking anyone. Whether it went well is for who needs them to see. */
export function installPackages(...packages: string[]): void {
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '--non-interactive'];
  const apt = (...args: string[]): boolean => {
    const [command = '', ...rest] = [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '--quiet', ...args];
    return succeeds(command, ...rest);
  };
  // A fresh machine has no list of packages.
  if (apt('update')) apt('install', '--yes', '--no-install-recommends', ...packages);
}

export function succeeds(command: string, ...args: string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore', timeout: 10 * 60_000 }).status === 0;
}
