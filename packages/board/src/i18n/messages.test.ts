import { REFUSALS } from '@samtavla/protocol';
import { expect, test } from 'vitest';
import enJson from '../../messages/en.json?raw';
import nbJson from '../../messages/nb.json?raw';
import nnJson from '../../messages/nn.json?raw';
import { MEANT_EQUALS } from './meant-equals.ts';
import {
  missingMessages,
  unequalPlaceholders,
  unmeantEquals,
  type Catalogue,
  type Catalogues,
} from './message-gaps.ts';

const catalogues: Catalogues = {
  nb: JSON.parse(nbJson) as Catalogue,
  nn: JSON.parse(nnJson) as Catalogue,
  en: JSON.parse(enJson) as Catalogue,
};

const planted = (nb: Catalogue, nn: Catalogue, en: Catalogue): Catalogues => ({ nb, nn, en });

test('[I1] every message has a text in every language', () => {
  expect(missingMessages(catalogues)).toEqual([]);
});

test('[I1] a key that one language lacks is found, whichever lacks it, and so is an empty text', () => {
  const gaps = missingMessages(planted({ a: 'ja', b: 'to' }, { a: 'ja' }, { a: '', b: 'two', c: 'three' }));
  expect(gaps).toEqual(['a has no text in en', 'b has no text in nn', 'c has no text in nb', 'c has no text in nn']);
});

test('[I2] no text is the same in two languages unless that is listed as meant', () => {
  expect(unmeantEquals(catalogues, MEANT_EQUALS)).toEqual([]);
});

test('[I2] a text left untranslated is found, and so is a listing that no longer holds', () => {
  const same = planted({ a: 'Lagret', b: 'Kopier' }, { a: 'Lagret', b: 'Kopiér' }, { a: 'Saved', b: 'Copy' });
  expect(unmeantEquals(same, [{ locales: ['nb', 'nn'], keys: ['b'] }])).toEqual([
    'a is the same in nb and nn',
    'b is not the same in nb and nn',
  ]);
});

test('[I3] a message asks for the same values in every language', () => {
  expect(unequalPlaceholders(catalogues)).toEqual([]);
});

test('[I3] a value that one language forgets is found', () => {
  const forgotten = planted({ a: 'Hei {name}' }, { a: 'Hei' }, { a: 'Hi {name}' });
  expect(unequalPlaceholders(forgotten)).toEqual(['a']);
});

/** `unreachable` is no code of the server's: it is what we say when no answer came. */
const refusalKeys = [...Object.keys(REFUSALS), 'unreachable'].map((code) => `refusal_${code.replaceAll('-', '_')}`);

test.each(Object.entries(catalogues))(
  '[I4] every way the server says no has a sentence, and no other, in %s',
  (_, catalogue) => {
    const written = Object.keys(catalogue).filter((key) => key.startsWith('refusal_'));
    expect(written.toSorted()).toEqual(refusalKeys.toSorted());
  },
);
