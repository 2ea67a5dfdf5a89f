import main from '@tldraw/assets/translations/main.json';
import { expect, test } from 'vitest';
import nbJson from './nb.json?raw';
import nnJson from './nn.json?raw';

type Words = Readonly<Record<string, string>>;

const english: Words = main;
const nb = JSON.parse(nbJson) as Words;
const nn = JSON.parse(nnJson) as Words;

/** Names of formats and services, and words Norwegian shares with English. */
export const SAME_AS_ENGLISH: ReadonlySet<string> = new Set([
  'action.copy-as-png.short',
  'action.copy-as-svg.short',
  'action.export-as-png.short',
  'action.export-as-svg.short',
  'action.export-all-as-png.short',
  'action.export-all-as-svg.short',
  'geo-style.ellipse',
  'geo-style.oval',
  'tool.ellipse',
  'tool.oval',
  'tool.image-zoom',
  'a11y.status',
  'a11y.shape-video',
  'help-menu.discord',
  'help-menu.github',
  'help-menu.twitter',
  'style-panel.arrowhead-start',
  'navigation-zone.zoom',
]);

export const NYNORSK_SAME_AS_ENGLISH: ReadonlySet<string> = new Set(['tool.hand']);

/** Words that tell the two apart: each stands in its own language only. */
const BOKMAL_TO_NYNORSK: Words = {
  ikke: 'ikkje',
  jeg: 'eg',
  hva: 'kva',
  hvem: 'kven',
  hvor: 'kvar',
  hvordan: 'korleis',
  hver: 'kvar',
  noe: 'noko',
  noen: 'nokon',
  en: 'ein',
  et: 'eit',
  fra: 'frå',
  uten: 'utan',
  nå: 'no',
  mer: 'meir',
  flere: 'fleire',
  bare: 'berre',
  sammen: 'saman',
  innenfor: 'innanfor',
  være: 'vere',
  ble: 'vart',
  se: 'sjå',
  gjør: 'gjer',
  velg: 'vel',
  valgt: 'vald',
  valgte: 'valde',
  tegn: 'teikn',
  åpne: 'opne',
  åpent: 'ope',
  følge: 'følgje',
  følger: 'følgjer',
  bygge: 'byggje',
  fortsett: 'hald fram',
  bekreft: 'stadfest',
  beskjær: 'beskjer',
  speilvend: 'spegelvend',
  navn: 'namn',
  bilde: 'bilete',
  bildet: 'biletet',
  lenken: 'lenka',
  siden: 'sida',
  filen: 'fila',
  formen: 'forma',
  rammen: 'ramma',
  innhold: 'innhald',
  innholdet: 'innhaldet',
  størrelse: 'storleik',
  bevegelse: 'rørsle',
  bredde: 'breidd',
  pekeren: 'peikaren',
  laserpeker: 'laserpeikar',
  viskelær: 'viskelêr',
  hurtigtaster: 'hurtigtastar',
  innstillinger: 'innstillingar',
  handlinger: 'handlingar',
  endringer: 'endringar',
  deltakere: 'deltakarar',
  prosjekter: 'prosjekt',
  tilgjengelighet: 'tilgjenge',
  visning: 'vising',
  hjerte: 'hjarte',
  hånd: 'hand',
  hvit: 'kvit',
  rød: 'raud',
  grønn: 'grøn',
  hel: 'heil',
  helt: 'heilt',
  fet: 'feit',
  vannrett: 'vassrett',
  høyre: 'høgre',
  øverst: 'øvst',
  nederst: 'nedst',
};

/** Nynorsk words from the list above that are bokmål too. */
const ALSO_BOKMAL = new Set(['no', 'vel', 'hand', 'prosjekt']);

const placeholders = (text: string): string[] => (text.match(/\{[^}]*\}/gu) ?? []).toSorted();

const linesWith = (words: Words, unwanted: readonly string[]): string[] => {
  const found = new RegExp(`(?<!\\p{L})(?:${unwanted.join('|')})(?!\\p{L})`, 'iu');
  return Object.entries(words).flatMap(([key, text]) => (found.test(text) ? [`${key}: ${text}`] : []));
};

const inBoth = <T>(read: (words: Words) => T) => ({ nb: read(nb), nn: read(nn) });

test("[I8] tldraw's interface is whole in bokmål and nynorsk", () => {
  const keys = Object.keys(english);
  expect(keys.length).toBeGreaterThan(400);
  expect(inBoth((words) => Object.keys(words))).toEqual({ nb: keys, nn: keys });

  const empty = inBoth((words) => keys.filter((key) => words[key]?.trim() === '' && english[key] !== ''));
  expect(empty).toEqual({ nb: [], nn: [] });

  const wanted = keys.map((key) => [key, placeholders(english[key] ?? '')]);
  const kept = inBoth((words) => keys.map((key) => [key, placeholders(words[key] ?? '')]));
  expect(kept).toEqual({ nb: wanted, nn: wanted });

  const untranslated = inBoth((words) => keys.filter((key) => words[key] === english[key] && english[key] !== ''));
  expect({ nb: new Set(untranslated.nb), nn: new Set(untranslated.nn) }).toEqual({
    nb: SAME_AS_ENGLISH,
    nn: new Set([...SAME_AS_ENGLISH, ...NYNORSK_SAME_AS_ENGLISH]),
  });
});

test('[I9] nynorsk is not bokmål', () => {
  const bokmal = Object.keys(BOKMAL_TO_NYNORSK);
  const nynorsk = Object.values(BOKMAL_TO_NYNORSK).filter((word) => !ALSO_BOKMAL.has(word));

  expect(linesWith(nn, bokmal)).toEqual([]);
  expect(linesWith(nb, nynorsk)).toEqual([]);
});
