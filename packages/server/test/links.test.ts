import { isBoardId, type BoardId, type DoorResponse, type Links, type Millis, type Role } from '@samtavla/protocol';
import { describe, expect, test } from 'vitest';
import { localAddresses } from '../src/address/local-addresses.ts';
import { GuessLimit, WRONG_SECRETS } from '../src/links/guess-limit.ts';
import { origins } from '../src/links/link-origin.ts';
import { LinkVault } from '../src/links/link-vault.ts';
import { newSecret } from '../src/links/secrets.ts';
import { MemoryStorage } from '../src/storage/memory/memory-storage.ts';
import { SqliteStorage } from '../src/storage/sqlite/sqlite-storage.ts';
import { readdirSync, readFileSync } from 'node:fs';
import { join as joinPath } from 'node:path';
import { temporaryDirectory } from './temporary-directory.ts';
import { codeOf, join, makeBoard, testServer } from './test-server.ts';

describe('links', () => {
  test('[L1] a link has 256 bits of its own, behind the # that no browser sends', async () => {
    const server = await testServer();
    const { board, links, secrets } = await makeBoard(server);
    expect(isBoardId(board.id)).toBe(true);
    for (const role of ['facilitator', 'participant', 'viewer'] as const) {
      const link = new URL(links[role]);
      expect(link.pathname).toBe(`/t/${board.id}`);
      expect(Buffer.from(secrets[role], 'base64url')).toHaveLength(32);
    }
    expect(new Set(Object.values(secrets)).size).toBe(3);
  });

  test('[L1] links begin with PUBLIC_URL where it is set', async () => {
    const server = await testServer({ publicUrl: 'https://tavle.example.no' });
    const { links } = await makeBoard(server);
    expect(links.participant).toMatch(/^https:\/\/tavle\.example\.no\/t\//);
  });

  test('[L1] links never say localhost', async () => {
    const { links } = await makeBoard(await testServer());
    expect(links.participant).not.toMatch(/localhost|127\.0\.0\.1|\[::1\]/);
    for (const host of ['0.0.0.0', '::', '127.0.0.1', 'localhost']) {
      expect(origins({ publicUrl: null, host, port: 3000 }).join(' ')).not.toMatch(/localhost|127\.0\.0\.1|\[::1\]/);
    }
    expect(origins({ publicUrl: null, host: '192.168.1.5', port: 80 })).toEqual(['http://192.168.1.5:80']);
  });

  test('[L1] the local network comes before bridges, tunnels and addresses that a machine gave itself', () => {
    const at = (address: string, family: 'IPv4' | 'IPv6' = 'IPv4') => [{ address, family, internal: false }];
    const addresses = localAddresses({
      lo: [{ address: '127.0.0.1', family: 'IPv4', internal: true }],
      docker0: at('172.17.0.1'),
      'br-0123': at('172.18.0.1'),
      tailscale0: at('100.64.0.1'),
      eth0: [...at('2001:db8::1', 'IPv6'), ...at('fe80::1', 'IPv6'), ...at('203.0.113.4')],
      eth1: [...at('172.20.1.1'), ...at('169.254.3.3')],
      eth2: at('10.1.2.3'),
      wlan0: at('192.168.1.5'),
    });
    expect(addresses).toEqual(['192.168.1.5', '10.1.2.3', '172.20.1.1', '203.0.113.4', '[2001:db8::1]']);
    expect(localAddresses({})).toEqual([]);
  });

  test('[L2] what is stored lets nobody in: no secret and no token is in the database', async () => {
    const directory = temporaryDirectory();
    const server = await testServer({ storage: new SqliteStorage(directory) });
    const made = await makeBoard(server);
    const joinKey = newSecret();
    const { token } = await join(server, made, 'participant', { joinKey });
    await server.close();
    const stored = readdirSync(directory).map((name) => readFileSync(joinPath(directory, name)));
    for (const secret of [...Object.values(made.secrets), token, joinKey]) {
      for (const form of [secret, Buffer.from(secret, 'base64url')])
        expect(stored.some((file) => file.includes(form))).toBe(false);
    }
  });

  test('[L2] an encrypted link opens with its own key, board and role only', () => {
    const [vault, board] = [new LinkVault('one key'), 'board' as BoardId];
    const sealed = vault.seal(board, 'viewer', 'the secret');
    expect(vault.open(board, 'viewer', sealed)).toBe('the secret');
    expect(vault.open(board, 'participant', sealed)).toBeNull();
    expect(vault.open('other' as BoardId, 'viewer', sealed)).toBeNull();
    expect(new LinkVault('another key').open(board, 'viewer', sealed)).toBeNull();
    expect(
      vault.open(
        board,
        'viewer',
        sealed.map((byte, at) => (at === 30 ? byte ^ 1 : byte)),
      ),
    ).toBeNull();
    expect(vault.open(board, 'viewer', new Uint8Array())).toBeNull();
  });

  test('[L2] a facilitator sees the links for the others again, and never a facilitator’s', async () => {
    const server = await testServer();
    const made = await makeBoard(server);
    const { token } = await join(server, made, 'facilitator');
    const { body } = await server.get<Links>(`/api/boards/${made.board.id}/links`, token);
    const { participant, viewer } = made.links;
    expect(body).toEqual({
      origin: new URL(viewer).origin,
      participant,
      viewer,
      ends: { participant: null, viewer: null },
    });
  });

  test('[L3] a link leads to its role, and the door tells what it is without making anything', async () => {
    const server = await testServer();
    const made = await makeBoard(server, { title: '  Skolestart  ', locale: 'nn' });
    for (const role of ['facilitator', 'participant', 'viewer'] as Role[]) {
      const door = await server.post<DoorResponse>(`/api/boards/${made.board.id}/door`, { secret: made.secrets[role] });
      expect(door.body).toMatchObject({ role, title: 'Skolestart', locale: 'nn', anonymous: false });
      expect(door.body.perspectives.sectors).toContainEqual({ id: 'school', name: 'Skule' });
    }
  });

  test.each(['door', 'join'])(
    '[L3] a wrong link, a closed one and an unknown board each get their answer (%s)',
    async (route) => {
      const storage = new MemoryStorage();
      const server = await testServer({ storage });
      const made = await makeBoard(server);
      const knock = async (board: string, secret: string) =>
        codeOf(await server.post(`/api/boards/${board}/${route}`, { secret, name: 'Kari' }));
      expect(await knock(made.board.id, newSecret())).toBe('link-wrong');
      expect(await knock('nowhere', made.secrets.participant)).toBe('board-unknown');
      expect(await knock('no%20board', made.secrets.participant)).toBe('board-unknown');
      const other = await makeBoard(server);
      expect(await knock(other.board.id, made.secrets.participant)).toBe('link-wrong');
      await storage.closeLink(made.board.id, 'participant', 1 as Millis);
      expect(await knock(made.board.id, made.secrets.participant)).toBe('link-closed');
      expect(await knock(made.board.id, made.secrets.viewer)).toBeNull();
    },
  );
});

describe('guessing', () => {
  test('[L7] an address that sends wrong secrets is slowed down, and the right one still opens', async () => {
    const server = await testServer({ now: () => 1_000_000 as Millis });
    const made = await makeBoard(server);
    const codes = [];
    for (let n = 0; n < 40; n += 1) {
      codes.push(codeOf(await server.post(`/api/boards/${made.board.id}/door`, { secret: newSecret() })));
    }
    expect(codes.slice(0, 30)).toEqual(Array.from({ length: 30 }, () => 'link-wrong'));
    expect(codes.slice(30)).toEqual(Array.from({ length: 10 }, () => 'too-many'));
    expect((await join(server, made, 'participant')).role).toBe('participant');
  });

  test('[L7] five hundred people behind one address join at once', async () => {
    const server = await testServer();
    const made = await makeBoard(server);
    const people = await Promise.all(
      Array.from({ length: 500 }, (_, n) => join(server, made, 'participant', { name: `Elev ${n}` })),
    );
    expect(new Set(people.map(({ participant }) => participant.id)).size).toBe(500);
  });

  test('[L7] five hundred people join from an address where somebody guesses all the while, and guesses get no further', async () => {
    const server = await testServer({ now: () => 1_000_000 as Millis });
    const made = await makeBoard(server);
    const guess = async () => codeOf(await server.post(`/api/boards/${made.board.id}/door`, { secret: newSecret() }));
    const [people, guesses] = await Promise.all([
      Promise.all(Array.from({ length: 500 }, (_, n) => join(server, made, 'participant', { name: `Elev ${n}` }))),
      Promise.all(Array.from({ length: 500 }, guess)),
    ]);
    expect(people).toHaveLength(500);
    expect(guesses.filter((code) => code === 'link-wrong')).toHaveLength(30);
    expect(guesses.filter((code) => code === 'too-many')).toHaveLength(470);
  });

  test('[L7] wrong secrets are forgiven with time, each address by itself, and memory has an end', () => {
    let now = 0;
    const limit = new GuessLimit(() => now as Millis, WRONG_SECRETS);
    const wrong = (times: number, address = 'a') =>
      Array.from({ length: times }, () => limit.take(address)).filter(Boolean).length;
    expect(wrong(100)).toBe(30);
    expect(wrong(100, 'b')).toBe(30);
    now += 5_000;
    expect(wrong(100)).toBe(5);
    for (let n = 0; n < 20_000; n += 1) limit.take(`address ${n}`);
    expect(wrong(100)).toBe(30);
  });
});
