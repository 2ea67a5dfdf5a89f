/** Types within types, from clients that are nobody's page. */
import { LIMITS } from '@samtavla/protocol';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { workshop, works, updateOf } from './workshop.ts';

/** Elements within elements, from a place in a document on; returns the innermost. */
function nest(outermost: Y.XmlFragment, levels: number): Y.XmlFragment {
  let holder = outermost;
  for (let level = 0; level < levels; level += 1) {
    const inner = new Y.XmlElement('p');
    holder.insert(0, [inner]);
    holder = inner;
  }
  return holder;
}

test('[S21] types nested so deep that nobody can delete them are refused before they are applied', async () => {
  const { opened, canvas } = await workshop();
  const [bad, good] = [await opened(), await opened()];
  bad.update(
    canvas,
    updateOf((doc) => nest(doc.getXmlFragment('deep'), 500)),
  );
  expect((await bad.closed).refusal).toBe('bad-frame');
  expect(await works(good, canvas)).toBe(true);
});

test('[S21] depth that is built little by little is refused at the same place', async () => {
  const { opened, canvas } = await workshop();
  const [bad, good] = [await opened(), await opened()];
  const doc = new Y.Doc();
  let holder: Y.XmlFragment = doc.getXmlFragment('deep');
  for (let round = 0; round < LIMITS.nestedTypes && bad.isOpen; round += 1) {
    const before = Y.encodeStateVector(doc);
    holder = nest(holder, 2);
    bad.update(canvas, Y.encodeStateAsUpdate(doc, before));
  }
  expect((await bad.closed).refusal).toBe('bad-frame');
  expect(await works(good, canvas)).toBe(true);
});

test('[S21] a note with ten lists within lists is nobody’s attack', async () => {
  const { opened, canvas } = await workshop();
  const writer = await opened();
  writer.update(
    canvas,
    updateOf((doc) => {
      const record = new Y.Map();
      doc.getMap('records').set('r', record);
      const text = new Y.XmlFragment();
      record.set('text', text);
      nest(text, 20);
    }),
  );
  await writer.until(() => writer.count(canvas, 'acknowledged') === 1);
  expect(await works(writer, canvas)).toBe(true);
});
