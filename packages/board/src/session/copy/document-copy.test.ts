import { addNote, readNotes } from '@samtavla/protocol';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { copyName, hasCopy, wipeCopies, wipeSentCopies } from './copies-of-board.ts';
import { openCopyStore, type CopyChange } from './copy-store.ts';
import { FROM_COPY, keepCopy, type DocumentCopy } from './document-copy.ts';
import { BOARD } from '../a-session.ts';

const NAME = copyName(`${BOARD}/canvas`);
const HERE = 'here';
const THERE = 'there';

/** A document with its copy, as a tab has it open. */
type Tab = { readonly doc: Y.Doc; readonly copy: DocumentCopy; write(text: string, origin?: string): void };

function openTab({ writable = true, open = openCopyStore } = {}): Tab {
  const doc = new Y.Doc();
  const copy = keepCopy({ name: NAME, doc, writable }, open);
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== FROM_COPY) copy.add(update, origin === HERE);
  });
  return { doc, copy, write: (text, origin = HERE) => doc.transact(() => addNote(doc, { text }), origin) };
}

const whole = ({ copy }: Tab) => vi.waitUntil(() => copy.isWhole.get());
const texts = ({ doc }: Tab): string[] => readNotes(doc).map(({ text }) => text);
const rows = async () => {
  const store = await openCopyStore(NAME, { make: false });
  const stored = await store?.read();
  store?.close();
  return stored;
};
const databases = async () => (await indexedDB.databases()).map(({ name }) => name);

beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()));
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('[U20] what was on the board is there in the next visit, what came while the copy was opening too', async () => {
  const first = openTab();
  first.write('før kopien var åpen');
  expect(await first.copy.opened).toEqual({ isThere: false, isUnsent: false });
  first.write('etterpå', THERE);
  await whole(first);
  first.copy.close();
  const second = openTab();
  expect(await second.copy.opened).toMatchObject({ isThere: true });
  expect(texts(second).toSorted()).toEqual(['etterpå', 'før kopien var åpen']);
  expect(second.doc.clientID).not.toBe(first.doc.clientID);
});

test('[U20] a copy tells whether it holds what the server has not acknowledged', async () => {
  const first = openTab();
  first.write('fra en annen', THERE);
  await whole(first);
  expect((await rows())?.unsent.size).toBe(0);
  first.write('min');
  await whole(first);
  first.copy.close();
  const second = openTab();
  expect(await second.copy.opened).toEqual({ isThere: true, isUnsent: true });
  second.copy.allSent();
  await whole(second);
  second.copy.close();
  expect(await openTab().copy.opened).toEqual({ isThere: true, isUnsent: false });
});

test('[U21] two tabs write in one copy, and one does not call the other’s later work sent', async () => {
  const [kari, again] = [openTab(), openTab()];
  await kari.copy.opened;
  kari.write('en');
  await whole(kari);
  await again.copy.opened;
  const third = openTab();
  await third.copy.opened;
  kari.write('to');
  again.write('tre', THERE);
  await Promise.all([whole(kari), whole(again)]);
  third.copy.allSent();
  await whole(third);
  for (const tab of [kari, again, third]) tab.copy.close();
  const next = openTab();
  expect(await next.copy.opened).toEqual({ isThere: true, isUnsent: true });
  expect(texts(next).toSorted()).toEqual(['en', 'to', 'tre']);
});

test('[U20] a long log is folded into one update, and another tab’s rows are left alone', async () => {
  const [kari, again] = [openTab(), openTab()];
  await Promise.all([kari.copy.opened, again.copy.opened]);
  again.write('fra den andre fanen');
  for (let count = 0; count < 520; count += 1) kari.write(String(count), THERE);
  await Promise.all([whole(kari), whole(again)]);
  kari.write('en til', THERE);
  await whole(kari);
  kari.copy.close();
  expect((await rows())?.keys.length).toBeLessThan(10);
  const next = openTab();
  await next.copy.opened;
  expect(texts(next)).toHaveLength(522);
});

const refusing: Record<string, () => unknown> = {
  'is not there': () => undefined,
  throws: () => ({
    open() {
      throw new DOMException('no', 'SecurityError');
    },
    deleteDatabase() {
      throw new DOMException('no', 'SecurityError');
    },
  }),
  hangs: () => ({ open: () => new EventTarget(), deleteDatabase: () => new EventTarget() }),
};

test.each(Object.keys(refusing))(
  '[U22] where the browser’s database %s, the board works without a copy',
  async (how) => {
    vi.useFakeTimers();
    vi.stubGlobal('indexedDB', refusing[how]?.());
    const tab = openTab();
    tab.write('en');
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await tab.copy.opened).toEqual({ isThere: false, isUnsent: false });
    tab.write('to');
    tab.copy.allSent();
    expect([texts(tab), tab.copy.isWhole.get()]).toEqual([['en', 'to'], false]);
    const wiped = Promise.all([wipeCopies(BOARD), wipeSentCopies(BOARD), hasCopy(BOARD)]);
    await vi.advanceTimersByTimeAsync(20_000);
    expect((await wiped)[2]).toBe(false);
  },
);

test('[U22] once a write is refused the copy is no longer called whole, and the document goes on', async () => {
  let isFull = false;
  const tab = openTab({
    async open(name, opening) {
      const store = await openCopyStore(name, opening);
      if (store === null) return null;
      const write = (change: CopyChange) =>
        isFull ? Promise.reject(new DOMException('full', 'QuotaExceededError')) : store.write(change);
      return { ...store, write };
    },
  });
  await tab.copy.opened;
  tab.write('en');
  await whole(tab);
  isFull = true;
  tab.write('to');
  expect(tab.copy.isWhole.get()).toBe(false);
  await tab.copy.opened;
  isFull = false;
  tab.write('tre');
  await vi.waitFor(async () => expect((await rows())?.keys).toHaveLength(1));
  expect([texts(tab).length, tab.copy.isWhole.get()]).toEqual([3, false]);
});

test('[U4] wiping takes the copies from the device while another tab has them open, and that tab goes on without', async () => {
  const tab = openTab();
  tab.write('en');
  await whole(tab);
  expect(await hasCopy(BOARD)).toBe(true);
  await wipeCopies(BOARD);
  expect(await databases()).toEqual([]);
  tab.write('to');
  expect([texts(tab), tab.copy.isWhole.get()]).toEqual([['en', 'to'], false]);
  expect(await hasCopy(BOARD)).toBe(false);
  expect(await databases()).toEqual([]);
});

test('[U23] a copy goes with its ended session, except when it holds what was not sent', async () => {
  const tab = openTab();
  tab.write('en');
  await whole(tab);
  await wipeSentCopies(BOARD);
  expect(await hasCopy(BOARD)).toBe(true);
  tab.copy.allSent();
  await whole(tab);
  await wipeSentCopies(BOARD);
  expect(await hasCopy(BOARD)).toBe(false);
});

async function olderCopy(isUnsent: boolean): Promise<void> {
  const tab = openTab();
  tab.write('gammelt', isUnsent ? HERE : THERE);
  await whole(tab);
  tab.copy.close();
  const store = await openCopyStore(NAME, { make: false });
  await store?.write({ version: 'protocol 0, layout 0' });
  store?.close();
}

test('[U23] a copy of another version is not read, and begun anew', async () => {
  await olderCopy(false);
  const tab = openTab();
  expect(await tab.copy.opened).toEqual({ isThere: false, isUnsent: false });
  tab.write('nytt');
  await whole(tab);
  tab.copy.close();
  const next = openTab();
  await next.copy.opened;
  expect(texts(next)).toEqual(['nytt']);
});

test('[U23] what cannot be sent now is left as it lies: another version’s work, and a document one may no longer write', async () => {
  await olderCopy(true);
  const tab = openTab();
  expect(await tab.copy.opened).toEqual({ isThere: false, isUnsent: false });
  tab.write('nytt');
  expect((await rows())?.keys).toHaveLength(1);

  vi.stubGlobal('indexedDB', new IDBFactory());
  const facilitator = openTab();
  facilitator.write('ikke sendt');
  await whole(facilitator);
  facilitator.copy.close();
  const participant = openTab({ writable: false });
  expect(await participant.copy.opened).toEqual({ isThere: false, isUnsent: false });
  const again = openTab();
  expect(await again.copy.opened).toEqual({ isThere: true, isUnsent: true });
  expect(texts(again)).toEqual(['ikke sendt']);
});
