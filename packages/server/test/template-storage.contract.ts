/** What every storage adapter is held to about saved templates. An adapter's own test is a call of this. */
import type { Millis, TemplateContent, TemplateId } from '@samtavla/protocol';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Storage } from '../src/storage/storage.ts';
import type { StoredTemplate } from '../src/storage/template-storage.ts';

const CONTENT: TemplateContent = {
  locale: 'nn',
  guide: 'Ta éi kolonne om gongen.',
  zones: [{ kind: 'current', title: 'I dag', question: '', box: { x: 0, y: 0, w: 900, h: 900 }, tint: 'blue' }],
  phases: [],
  sectors: [],
  levels: [],
  domains: [],
  values: [],
  things: [],
};

const template = (id: string, more: Partial<StoredTemplate> = {}): StoredTemplate => ({
  id: id as TemplateId,
  editHash: new Uint8Array(32).fill(7),
  visibility: 'everyone',
  version: 1,
  savedAt: 100 as Millis,
  name: 'Haust «2026»',
  description: '',
  content: CONTENT,
  ...more,
});

/** @param open opens an empty storage */
export function templateStorageContract(name: string, open: () => () => Promise<Storage>): void {
  describe(`templates: ${name}`, () => {
    const opened = async (): Promise<Storage> => {
      const storage = await open()();
      onTestFinished(() => storage.close());
      return storage;
    };

    test('[H17] a template comes back as it was put, and takes the place of the one before it and of no other', async () => {
      const storage = await opened();
      expect(await storage.template('a' as TemplateId)).toBeNull();
      expect(await storage.putTemplate(template('a', { version: 2 }))).toBe(false);
      expect(await storage.putTemplate(template('a'))).toBe(true);
      expect(await storage.template('a' as TemplateId)).toEqual(template('a'));
      expect(await storage.putTemplate(template('a', { name: 'To på ein gong' }))).toBe(false);
      const next = template('a', { version: 2, name: 'Vår', visibility: 'link', savedAt: 200 as Millis });
      expect(await storage.putTemplate(next)).toBe(true);
      expect(await storage.template('a' as TemplateId)).toEqual(next);
    });

    test('[H17] everyone sees the newest of those for everyone; what is removed is gone', async () => {
      const storage = await opened();
      for (const [id, savedAt] of [
        ['a', 1],
        ['b', 3],
        ['c', 2],
      ] as const)
        await storage.putTemplate(template(id, { savedAt: savedAt as Millis }));
      await storage.putTemplate(template('hidden', { visibility: 'link', savedAt: 9 as Millis }));
      const ids = async (most: number) => (await storage.templatesForEveryone(most)).map(({ id }) => id);
      expect(await ids(10)).toEqual(['b', 'c', 'a']);
      expect(await ids(2)).toEqual(['b', 'c']);
      await storage.removeTemplate('b' as TemplateId);
      await storage.removeTemplate('never' as TemplateId);
      expect(await ids(10)).toEqual(['c', 'a']);
    });
  });
}
