import { hostname } from 'node:os';
import type { BoardId, TemplateId } from '@samtavla/protocol';
import { isIP } from 'node:net';
import { localAddresses } from '../address/local-addresses.ts';

type Reached = { readonly publicUrl: string | null; readonly host: string; readonly port: number };

/**
 * The origins under which others reach this server, the best first; never localhost. Asked for anew each time, for a laptop
 * moves between networks.
 */
export function origins({ publicUrl, host, port }: Reached): readonly [string, ...string[]] {
  if (publicUrl !== null) return [publicUrl];
  const [first = hostname(), ...others] = isOneForOthers(host) ? [host] : localAddresses();
  const originOf = (address: string) => `http://${address}:${port}`;
  return [originOf(first), ...others.map(originOf)];
}

/** Whether the server listens on one address only, and others can reach it. */
const isOneForOthers = (host: string): boolean => isIP(host) === 4 && !/^(0\.0\.0\.0$|127\.)/.test(host);

/** It opens a template, and nothing of the board it was saved from. */
export const linkToTemplate = (origin: string, template: TemplateId): string => `${origin}/m/${template}`;

/** The secret is in the fragment, which no browser sends to any server. */
export const linkTo = (origin: string, board: BoardId, secret: string): string => `${origin}/t/${board}#${secret}`;
