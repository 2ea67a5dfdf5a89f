import type { BoardFacts, DoorResponse, Millis } from '@samtavla/protocol';
import { expect, test, vi } from 'vitest';
import { aSession, BOARD } from './a-session.ts';
import type { Api } from './api.ts';
import type { Answer, NoReason } from './ask.ts';
import { findEntry } from './entry.ts';

const SECRET = aSession().secret;
const door: DoorResponse = {
  role: 'participant',
  title: 'Tavla',
  locale: 'nb',
  anonymous: false,
  perspectives: { sectors: [], levels: [] },
  now: 1 as Millis,
};
const yes = <T>(value: T): Answer<T> => ({ ok: true, value });
const no = (reason: NoReason): Answer<never> => ({ ok: false, reason });

const server = (answers: { door?: Answer<DoorResponse>; facts?: Answer<BoardFacts> }) => ({
  door: vi.fn<Api['door']>(() => Promise.resolve(answers.door ?? yes(door))),
  facts: vi.fn<Api['facts']>(() => Promise.resolve(answers.facts ?? yes(aSession().joined.board))),
});

test('[U6] without a link and without an earlier visit one needs the link', async () => {
  const api = server({});
  expect(await findEntry({ board: BOARD, secret: null, stored: null, hasCopy: false }, api)).toEqual({
    kind: 'no-link',
  });
  expect(api.door).not.toHaveBeenCalled();
});

test('[U6] a link opens the join page', async () => {
  const entry = await findEntry({ board: BOARD, secret: SECRET, stored: null, hasCopy: false }, server({}));
  expect(entry).toEqual({ kind: 'join', secret: SECRET, door, earlier: null });
});

test('[U6] half a link is refused without asking the server', async () => {
  const api = server({});
  const entry = await findEntry({ board: BOARD, secret: 'half a link', stored: null, hasCopy: false }, api);
  expect(entry).toEqual({ kind: 'refused', reason: 'link-wrong' });
  expect(api.door).not.toHaveBeenCalled();
});

test('[U6] who comes back goes straight in, with the board as it is called now', async () => {
  const facts = { ...aSession().joined.board, title: 'Nytt navn' };
  const entry = await findEntry(
    { board: BOARD, secret: null, stored: aSession(), hasCopy: false },
    server({ facts: yes(facts) }),
  );
  expect(entry).toMatchObject({ kind: 'in', session: { joined: { board: { title: 'Nytt navn' } }, secret: SECRET } });
});

test('[U6] who comes back without network goes in all the same', async () => {
  const entry = await findEntry(
    { board: BOARD, secret: null, stored: aSession(), hasCopy: false },
    server({ facts: no('unreachable') }),
  );
  expect(entry).toEqual({ kind: 'in', session: aSession() });
});

test('[U24] who comes back to a board this device has a copy of goes straight in, without asking', async () => {
  const api = server({ facts: no('session-unknown') });
  const entry = await findEntry({ board: BOARD, secret: null, stored: aSession(), hasCopy: true }, api);
  expect(entry).toEqual({ kind: 'in', session: aSession() });
  expect(api.facts).not.toHaveBeenCalled();
  const byOther = { board: BOARD, secret: 'another-secret-another', stored: aSession(), hasCopy: true };
  expect(await findEntry(byOther, api)).toMatchObject({ kind: 'join' });
});

test('[U6] another link than last time asks again, and knows who was here', async () => {
  const other = 'another-secret-another';
  const entry = await findEntry({ board: BOARD, secret: other, stored: aSession(), hasCopy: false }, server({}));
  expect(entry).toEqual({ kind: 'join', secret: other, door, earlier: aSession().joined });
});

test('[U6] an ended session goes back to the door while the link holds, and asks for the link when it does not', async () => {
  const known = { board: BOARD, secret: null, stored: aSession(), hasCopy: false };
  const facts = no('session-unknown');
  expect(await findEntry(known, server({ facts }))).toMatchObject({ kind: 'join', secret: SECRET, earlier: null });
  expect(await findEntry(known, server({ facts, door: no('link-closed') }))).toEqual({ kind: 'link-again' });
});

test('[U6] a refusal is passed on with its reason', async () => {
  const closed = server({ door: no('link-closed') });
  expect(await findEntry({ board: BOARD, secret: SECRET, stored: null, hasCopy: false }, closed)).toEqual({
    kind: 'refused',
    reason: 'link-closed',
  });
  const gone = server({ facts: no('board-unknown') });
  expect(await findEntry({ board: BOARD, secret: null, stored: aSession(), hasCopy: false }, gone)).toEqual({
    kind: 'refused',
    reason: 'board-unknown',
  });
});
