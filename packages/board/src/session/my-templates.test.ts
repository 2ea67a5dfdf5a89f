import type { TemplateId } from '@samtavla/protocol';
import { expect, test } from 'vitest';
import { forgetMyTemplate, keepMyTemplate, myTemplates } from './my-templates.ts';

const storage = () => {
  const kept = new Map<string, string>();
  return {
    get: (key: string) => kept.get(key) ?? null,
    set: (key: string, value: string) => void kept.set(key, value),
    remove: (key: string) => void kept.delete(key),
    keys: () => [...kept.keys()],
  };
};
const mine = (id: string, name: string) => ({
  id: id as TemplateId,
  link: `http://192.0.2.1/m/${id}`,
  name,
  editSecret: 's'.repeat(43),
});

test('[U77] a device knows the templates it saved, the newest first, each once, until they are deleted', () => {
  const device = storage();
  for (const [id, name] of [
    ['a', 'En'],
    ['b', 'To'],
    ['a', 'En til'],
  ] as const)
    keepMyTemplate(mine(id, name), device);
  expect(myTemplates(device)).toEqual([mine('a', 'En til'), mine('b', 'To')]);
  forgetMyTemplate('a' as TemplateId, device);
  expect(myTemplates(device)).toEqual([mine('b', 'To')]);
  device.set('samtavla:templates', '[{"id":"../x","name":"n","editSecret":"s"},null,7]');
  expect(myTemplates(device)).toEqual([]);
});
