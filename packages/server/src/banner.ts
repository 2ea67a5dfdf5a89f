import { renderUnicodeCompact } from 'uqr';

/** What the person who started the server sees. */
export function banner(port: number, origins: readonly [string, ...string[]]): string {
  const [first, ...others] = origins;
  return [
    '',
    '  Samtavla is running.',
    '',
    `  On this machine:  http://localhost:${port}`,
    `  For the others:   ${first}`,
    ...others.map((origin) => `          or:       ${origin}`),
    '',
    renderUnicodeCompact(first, { border: 2 }),
    '',
    '  Stop with Ctrl-C. Everything is stored.',
    '',
  ].join('\n');
}
