/** A real OpenID Connect provider in a process of its own. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../packages/server/test/oidc-process.ts', import.meta.url));

export type IdentityProvider = {
  /** What a server is told about it. */
  readonly env: Readonly<Record<string, string>>;
  stop(): Promise<void>;
};

export async function startIdentityProvider(returnTo: string): Promise<IdentityProvider> {
  const child = spawn(process.execPath, [MAIN, returnTo], { stdio: ['ignore', 'pipe', 'inherit'] });
  const closed = once(child, 'close');
  const [said] = (await once(child.stdout, 'data')) as [Buffer];
  return {
    env: JSON.parse(said.toString()) as Record<string, string>,
    async stop() {
      child.kill('SIGTERM');
      await closed;
    },
  };
}

/** The provider must know where people are sent back to before the server listens there. */
export async function freePort(): Promise<number> {
  const holder = createServer().listen(0, '127.0.0.1');
  await once(holder, 'listening');
  const { port } = holder.address() as AddressInfo;
  holder.close();
  await once(holder, 'close');
  return port;
}
