/** Boards saved as templates: what goes along, what does not, and the way into a file and out of it. */
import { createHash } from 'node:crypto';
import {
  addMeasure,
  addNote,
  addRecord,
  addTheme,
  addZone,
  atOf,
  fragmentOf,
  fragmentOfLines,
  kindOf,
  parentOf,
  NO_FIELDS,
  readMeasures,
  readNotes,
  readPlanFacts,
  readThemes,
  readZones,
  recordsOf,
  richTextOf,
  templateContent,
  zoneIdOf,
  type JoinResponse,
  type RecordId,
  type SavedTemplate,
  type SaveTemplateRequest,
  type TemplateContent,
  type TemplateFile,
} from '@samtavla/protocol';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { boardFromTemplate } from '../src/library/board-from-template.ts';
import { fileOf, isCoherent, readFile } from '../src/library/template-file.ts';
import { templateFromBoard } from '../src/library/template-from-board.ts';
import { gif } from './images.ts';
import { codeOf, join, makeBoard, testServer, type TestServer } from './test-server.ts';
import { acknowledged, yjsClient } from './yjs-client.ts';

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

const wish = (more: Partial<SaveTemplateRequest> = {}): SaveTemplateRequest => ({
  name: 'Skolestart hos oss',
  description: 'Slik vi gjør det.',
  visibility: 'everyone',
  questions: true,
  phases: true,
  guide: true,
  perspectives: true,
  things: [],
  ...more,
});

type Saved = { readonly id: string; readonly editSecret: string };

const MANY = Array.from({ length: 200 }, (_, place) => `Lapp nummer ${place} av Ola`);

/** Siri leads, Ola writes: two hundred notes and two, one at his desk, an image; Siri has locked a note, and a vote is open. */
async function fullBoard() {
  const server = await testServer();
  const made = await makeBoard(server, { template: 'hvor-er-vi-hvor-vil-vi', locale: 'nn' });
  const siri = await join(server, made, 'facilitator', { name: 'Siri Hemmeleg' });
  const ola = await join(server, made, 'participant', { name: 'Ola Løyndom', perspective: { sector: 'school' } });
  const path = `/api/boards/${made.board.id}`;
  const upload = await fetch(`${server.url}${path}/assets`, {
    method: 'POST',
    headers: { ...bearer(ola.token), 'content-type': 'image/gif' },
    body: new Uint8Array(gif(1, 1)),
  });
  const { id: image } = (await upload.json()) as { id: string };
  const canvas = yjsClient(server.socketUrl, ola, ola.documents.canvas);
  const plan = yjsClient(server.socketUrl, siri, siri.documents.plan);
  await Promise.all([canvas.synced, plan.synced]);
  const [zone] = readZones(plan.doc);
  const author = { id: ola.participant.id, name: 'Ola Løyndom' };
  const secret = addNote(canvas.doc, { text: 'Ola sa noko privat', ...(zone && { zone }), author });
  const example = addNote(canvas.doc, { text: 'Døme: for få rom', ...(zone && { zone }), author, colour: 'pink' });
  const locked = addNote(plan.doc, {
    text: 'Låst av Siri',
    author: { id: siri.participant.id, name: 'Siri Hemmeleg' },
  });
  addRecord(canvas.doc, 'bilete' as RecordId, {
    kind: 'shape',
    type: 'image',
    at: atOf([10, 20, 0], { zone: zone?.id ?? null }),
    index: 'a3',
    'p.w': 100,
    'p.h': 80,
    'p.assetId': `asset:${image}`,
    'm.by': ola.participant.id,
  });
  // Of a measure its words may go along, and where it belongs: not who was to do it, when, nor how far they came.
  const measure = addMeasure(
    canvas.doc,
    { text: 'Døme: opne kyrkja', ...(zone && { zone }), author, answers: [secret, example] },
    {
      owner: 'Ola Løyndom',
      due: '2031-12-24',
      status: 'started',
      domain: 'culture',
      effect: 4,
    },
  );
  for (const note of MANY) addNote(canvas.doc, { text: note, author, perspective: { sector: 'school' } });
  const desk = yjsClient(server.socketUrl, ola, ola.documents.desk ?? '');
  await desk.synced;
  addNote(desk.doc, { text: 'Berre på pulten' });
  await Promise.all([acknowledged(canvas), acknowledged(plan), acknowledged(desk)]);
  const command = { type: 'vote.open', zones: 'all', dots: 3, most: 1 };
  await server.post(`${path}/commands`, { command }, bearer(siri.token));
  await server.put(`${path}/votes/1/ballot`, { votes: { [secret]: 1 }, revision: 1 }, ola.token);
  const save = (body: object) => server.post<Saved>(`${path}/templates`, body, bearer(siri.token));
  return { server, made, siri, ola, path, image, secret, example, locked, measure, save };
}

async function docsOf(server: TestServer, joined: JoinResponse): Promise<{ plan: Y.Doc; canvas: Y.Doc }> {
  const fetched = async (name: string) => {
    const path = `/api/boards/${joined.board.id}/documents/${name}/state`;
    const doc = new Y.Doc();
    Y.applyUpdateV2(
      doc,
      new Uint8Array(await (await fetch(server.url + path, { headers: bearer(joined.token) })).arrayBuffer()),
    );
    return doc;
  };
  return { plan: await fetched('plan'), canvas: await fetched('canvas') };
}

test('[H18] of what people wrote nothing goes along but what is ticked, and never who they are', async () => {
  const { server, siri, ola, made, secret, save } = await fullBoard();
  const { status, body } = await save(wish());
  expect(status).toBe(201);
  const stored = JSON.stringify(await server.get(`/api/templates/${body.id}`));
  const file = JSON.stringify((await server.get<TemplateFile>(`/api/templates/${body.id}/file`)).body);
  const people = [siri, ola].flatMap(({ participant, token }) => [participant.id, participant.name ?? '', token]);
  for (const said of [
    ...people,
    ...MANY,
    'på pulten',
    made.board.id,
    secret,
    'noko privat',
    'Døme',
    'Låst av',
    '2031-12-24',
    body.editSecret,
  ]) {
    expect(stored).not.toContain(said);
    expect(file).not.toContain(said);
  }
});

test('[H18] what is ticked goes along: notes without their writers, what is locked as locked, images themselves', async () => {
  const { server, siri, ola, image, example, locked, measure, save } = await fullBoard();
  const { body } = await save(wish({ things: [example, locked, measure, 'bilete'] }));
  const file = JSON.stringify((await server.get<TemplateFile>(`/api/templates/${body.id}/file`)).body);
  expect(file).toContain('Døme: for få rom');
  for (const said of ['2031', ...[siri, ola].flatMap(({ participant }) => [participant.id, participant.name ?? ''])])
    expect(file).not.toContain(said);
  const board = await makeBoard(server, { template: body.id, locale: 'en' });
  expect(board.board).toMatchObject({ title: 'Skolestart hos oss', locale: 'nn', template: body.id });
  const kari = await join(server, board, 'facilitator');
  const { plan, canvas } = await docsOf(server, kari);
  expect(readNotes(canvas)).toMatchObject([
    { text: 'Døme: for få rom', colour: 'pink', author: null, createdAt: null },
  ]);
  expect(readMeasures(canvas)).toMatchObject([
    {
      text: 'Døme: opne kyrkja',
      author: null,
      answers: [readNotes(canvas)[0]?.id],
      measure: { ...NO_FIELDS, domain: 'culture', effect: 4 },
    },
  ]);
  expect(readNotes(canvas)[0]?.zone).toBe(readZones(plan)[0]?.id);
  expect(readNotes(plan)).toMatchObject([{ text: 'Låst av Siri', author: null }]);
  expect(readPlanFacts(plan).phases.length).toBeGreaterThan(5);
  expect(readPlanFacts(plan).guide).not.toBe('');
  const shown = await server.get(`/api/boards/${board.board.id}/assets/${image}`, kari.token);
  expect(shown.status).toBe(200);
});

test('[H19] everyone finds a template that is for everyone; one for who has its link only they', async () => {
  const { server, save } = await fullBoard();
  const shared = (await save(wish())).body;
  const own = (await save(wish({ name: 'Berre vår', visibility: 'link' }))).body;
  const listed = await server.get<{ saved: SavedTemplate[] }>('/api/templates');
  expect(listed.body.saved.map(({ id }) => id)).toEqual([shared.id]);
  expect((await server.get<SavedTemplate>(`/api/templates/${own.id}`)).body.name).toBe('Berre vår');
  expect(codeOf(await server.get('/api/templates/finst-ikkje'))).toBe('template-unknown');
});

test('[H19] who has the edit secret names, shares, renews and deletes a template; nobody else does', async () => {
  const { server, siri, path, example, save } = await fullBoard();
  const { id, editSecret } = (await save(wish())).body;
  const change = { name: 'Nytt namn', description: '', visibility: 'link' };
  expect(codeOf(await server.put(`/api/templates/${id}`, change, 'x'.repeat(43)))).toBe('template-secret-wrong');
  expect(codeOf(await server.delete(`/api/templates/${id}`, siri.token))).toBe('template-secret-wrong');
  const renewal = { ...wish({ things: [example] }), editSecret: 'x'.repeat(43) };
  expect(codeOf(await server.put(`${path}/templates/${id}`, renewal, siri.token))).toBe('template-secret-wrong');

  const edited = await server.put<SavedTemplate>(`/api/templates/${id}`, change, editSecret);
  expect(edited.body).toMatchObject({ name: 'Nytt namn', visibility: 'link', version: 2, things: 0 });
  const renewed = await server.put<SavedTemplate>(`${path}/templates/${id}`, { ...renewal, editSecret }, siri.token);
  expect(renewed.body).toMatchObject({ version: 3, things: 1, name: 'Skolestart hos oss' });
  expect((await server.delete(`/api/templates/${id}`, editSecret)).status).toBe(204);
  expect(codeOf(await server.get(`/api/templates/${id}/file`))).toBe('template-unknown');
});

test('[H20] a template taken out as a file and brought in on a fresh server makes the same board', async () => {
  const { server, image, example, locked, save } = await fullBoard();
  const { id } = (await save(wish({ things: [example, locked, 'bilete'] }))).body;
  const { body: file } = await server.get<TemplateFile>(`/api/templates/${id}/file`);
  const other = await testServer();
  const brought = await other.post<Saved>('/api/templates', { file, visibility: 'link' });
  expect(brought.status).toBe(201);
  const again = await other.get<TemplateFile>(`/api/templates/${brought.body.id}/file`);
  expect(again.body).toEqual(file);
  const board = await makeBoard(other, { template: brought.body.id });
  const kari = await join(other, board, 'facilitator');
  expect((await other.get(`/api/boards/${board.board.id}/assets/${image}`, kari.token)).status).toBe(200);
});

test('[H21] a file that is broken, newer, or holds what no board takes is refused in its own words, and leaves nothing', async () => {
  const { server, save } = await fullBoard();
  const { id } = (await save(wish({ things: ['bilete'] }))).body;
  const { body: file } = await server.get<TemplateFile>(`/api/templates/${id}/file`);
  const bring = async (changed: unknown) =>
    codeOf(await server.post('/api/templates', { file: changed, visibility: 'everyone' }));
  const [first] = file.images;
  const refiled = (template: unknown) => fileOf(template as TemplateFile['template'], new Map());
  let deep: unknown = [];
  for (let level = 0; level < 3_000; level += 1) deep = [deep];
  for (const broken of [
    null,
    'en tekst',
    {},
    { ...file, checksum: '0'.repeat(64) },
    { ...file, template: { ...file.template, name: 'Endra' } },
    { ...file, images: [] },
    { ...file, images: [{ ...first, data: Buffer.from('noko anna').toString('base64') }] },
    { ...file, images: [{ id: '../../secret.key', data: '' }, ...file.images] },
    { ...file, template: deep },
    refiled({
      ...file.template,
      content: { ...file.template.content, things: [{ kind: 'zone', locked: true, values: {} }] },
    }),
    refiled({ ...file.template, content: { ...file.template.content, phases: [{ name: 'x', zones: [99] }] } }),
  ])
    expect(await bring(broken)).toBe('template-file-broken');
  expect(await bring({ ...file, version: 2 })).toBe('template-file-newer');
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
  const things = [
    { kind: 'shape', locked: false, at: [0, 0, 0], values: { type: 'image', 'p.assetId': `asset:${sha(svg)}` } },
  ];
  const hostile = {
    ...file.template,
    content: { ...file.template.content, things },
  } as unknown as TemplateFile['template'];
  expect(await bring(fileOf(hostile, new Map([[sha(svg), svg]]) as never))).toBe('asset-type');
  expect((await server.get<{ saved: SavedTemplate[] }>('/api/templates')).body.saved).toHaveLength(1);
});

test('[H21] where making a board takes a code, so does bringing in a template; one too large is refused', async () => {
  const { server, save } = await fullBoard();
  const { body: file } = await server.get<TemplateFile>(`/api/templates/${(await save(wish())).body.id}/file`);
  const guarded = await testServer({ creationCode: 'ein kode som er lang', limits: { templateBytes: 1_000 } });
  const bring = async (more: object) =>
    codeOf(await guarded.post('/api/templates', { file, visibility: 'link', ...more }));
  expect(await bring({})).toBe('creation-code-wrong');
  expect(await bring({ creationCode: 'ein kode som er lang' })).toBe('too-large');
});

const sha = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

test('[H18] whatever is written in a plan, what is made of it is a template: too long is cut, impossible is left out', () => {
  const [plan, canvas] = [new Y.Doc(), new Y.Doc()];
  const long = 'x'.repeat(50_000);
  const zone = { kind: 'other', title: long, question: long, tint: 'blue' } as const;
  const zones = [
    { ...zone, id: 'here' as RecordId, box: { x: 0, y: 0, w: 900, h: 900 }, order: 0 },
    { ...zone, id: 'far' as RecordId, box: { x: 1e12, y: 0, w: 900, h: 900 }, order: 1 },
  ];
  for (const each of zones) addZone(plan, each);
  const phase = {
    id: 'p',
    name: long,
    minutes: 7.5,
    zones: ['here', 'here', 'far', 'gone'],
    private: true,
    vote: { dots: 0.5, most: 1 },
  };
  plan.getMap('about').set(
    'phases',
    Array.from({ length: 80 }, () => phase),
  );
  plan.getMap('about').set('guide', long);
  plan.getMap('about').set('sectors', [
    { id: '../etc', name: 'x' },
    { id: 'school', name: 'Skole' },
  ]);
  const near = addNote(canvas, { text: 'her', at: [1, 1] });
  const far = addNote(canvas, { text: 'langt borte', at: [1e12, 0] });
  const inFar = addNote(canvas, { text: 'i det fjerne', zone: zones[1] as (typeof zones)[1], at: [5, 5] });
  addRecord(canvas, 'binding:1' as RecordId, { kind: 'binding', type: 'arrow', from: near, to: far });
  for (const [id, parent] of [
    ['a', 'b'],
    ['b', 'a'],
  ] as const)
    addRecord(canvas, id as RecordId, { kind: 'shape', type: 'group', at: atOf([0, 0, 0], { parent }) });
  const content = templateFromBoard(plan, canvas, { ...wish(), things: [near, far, inFar, 'a'] });
  expect(isCoherent(content)).toBe(true);
  expect(templateContent.safeParse(content).error).toBeUndefined();
  expect(content.zones).toHaveLength(1);
  expect(content.phases[0]).toMatchObject({ minutes: 8, zones: [0], vote: null });
  expect(content.sectors).toEqual([{ id: 'school', name: 'Skole' }]);
  expect(content.things.map(({ at }) => at)).toEqual([[1, 1, 0]]);
});

/** A board with things of every kind, lying in zones, in each other and nowhere, some of them malformed. */
const boards = fc.record({
  notes: fc.array(
    fc.record({
      text: fc.string(),
      zone: fc.nat(3),
      locked: fc.boolean(),
      theme: fc.boolean(),
      x: fc.integer({ min: -900, max: 900 }),
    }),
    { maxLength: 12 },
  ),
  shapes: fc.array(
    fc.record({
      type: fc.constantFrom('geo', 'draw', 'arrow', 'group'),
      inside: fc.option(fc.nat(5)),
      locked: fc.boolean(),
      odd: fc.anything(),
    }),
    { maxLength: 8 },
  ),
});

type Random = ReturnType<typeof boards.generate>['value'];

function build({ notes, shapes }: Random): { plan: Y.Doc; canvas: Y.Doc } {
  const [plan, canvas] = [new Y.Doc(), new Y.Doc()];
  boardFromTemplate(
    {
      locale: 'nb',
      guide: 'Råd',
      zones: [0, 1, 2].map((place) => ({
        kind: 'other',
        title: `Felt ${place}`,
        question: 'Hva?',
        box: { x: place * 1000, y: 0, w: 900, h: 900 },
        tint: 'blue',
        ...(place === 2 && { cell: { level: 'service', domain: 'culture' } }),
      })),
      phases: [{ name: 'Skriv', minutes: 5, zones: [0, 2], private: true, closes: true, vote: { dots: 3, most: 1 } }],
      sectors: [{ id: 'school', name: 'Skole' }],
      levels: [],
      domains: [{ id: 'culture', name: 'Kultur' }],
      values: [{ id: 'attractive', name: 'Attraktiv' }],
      things: [],
    },
    { title: 'T', template: 't', preset: 'p', anonymous: false },
  ).plan(plan);
  const zones = readZones(plan);
  const theme = addTheme(canvas, { title: 'Tema', at: [5, 5] });
  for (const { text, zone, locked, theme: gathered, x } of notes)
    addNote(locked ? plan : canvas, {
      text,
      at: [x, 1],
      ...(zones[zone] && { zone: zones[zone] }),
      ...(gathered && { theme }),
    });
  for (const [place, { text, zone, locked, x }] of notes.slice(0, 3).entries())
    addMeasure(
      locked ? plan : canvas,
      { text: `Tiltak ${text}`, at: [x, 2], answers: [theme], ...(zones[zone] && { zone: zones[zone] }) },
      { level: 'service', effort: place + 1 },
    );
  for (const [place, { type, inside, locked, odd }] of shapes.entries())
    addRecord(locked ? plan : canvas, `s${place}` as RecordId, {
      kind: 'shape',
      type,
      at: atOf([place, place, 0], { parent: inside === null || inside >= place ? null : `s${inside}` }),
      index: `a${place}`,
      'p.odd': isStorable(odd) ? odd : null,
      'm.secret': 'skjult',
      text: fragmentOfLines(`form ${place}`),
    });
  if (shapes.length > 1)
    addRecord(canvas, 'binding:1' as RecordId, {
      kind: 'binding',
      type: 'arrow',
      from: 's0',
      to: 's1',
      'p.terminal': 'end',
    });
  return { plan, canvas };
}

/** What Yjs takes as it is. */
const isStorable = (value: unknown): boolean =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value);

/** All that a board shows of its records, without their ids. */
function shownOf({ plan, canvas }: { plan: Y.Doc; canvas: Y.Doc }): unknown {
  const zones = readZones(plan);
  const names = new Map(zones.map(({ id, title }) => [id as string, title]));
  const shown = (doc: Y.Doc) =>
    [...recordsOf(doc).values()]
      .filter((record) => kindOf(record) !== 'zone')
      .map((record) => {
        const text = fragmentOf(record);
        return JSON.stringify([
          record.get('kind'),
          record.get('type'),
          (record.get('at') as unknown[] | undefined)?.slice(0, 3),
          names.get(zoneIdOf(record) ?? '') ?? null,
          parentOf(record) !== null,
          record.get('theme') !== undefined,
          record.get('colour'),
          Number.isFinite(record.get('p.odd')) || typeof record.get('p.odd') !== 'number'
            ? record.get('p.odd')
            : undefined,
          text === null ? null : richTextOf(text),
        ]);
      })
      .toSorted();
  const { phases, ...facts } = readPlanFacts(plan);
  const order = new Map(zones.map(({ id }, place) => [id, place]));
  return {
    zones: zones.map(({ id: _id, ...zone }) => zone),
    phases: phases.map((phase) => ({ ...phase, id: '', zones: phase.zones.map((zone) => order.get(zone)) })),
    facts: { ...facts, title: '', template: '', preset: '' },
    locked: shown(plan),
    open: shown(canvas),
    themes: readThemes(canvas).length,
  };
}

const everything = ({ plan, canvas }: { plan: Y.Doc; canvas: Y.Doc }): string[] =>
  [plan, canvas].flatMap((doc) => [...recordsOf(doc).keys()]);

test('[H20] whatever stands on a board: saved whole, filed, read and used it is the same board', () => {
  fc.assert(
    fc.property(boards, (random) => {
      const before = build(random);
      const content: TemplateContent = templateFromBoard(before.plan, before.canvas, {
        ...wish(),
        things: everything(before),
      });
      expect(templateContent.safeParse(content).error).toBeUndefined();
      expect(isCoherent(content)).toBe(true);
      expect(JSON.stringify(content)).not.toContain('skjult');
      const filed = JSON.parse(JSON.stringify(fileOf({ name: 'Mal', description: '', content }, new Map()))) as unknown;
      const fill = boardFromTemplate(readFile(filed).template.content, {
        title: 'Ny',
        template: 'm',
        preset: 's',
        anonymous: false,
      });
      const after = { plan: new Y.Doc(), canvas: new Y.Doc() };
      fill.plan(after.plan);
      fill.canvas(after.canvas);
      expect(shownOf(after)).toEqual(shownOf(before));
    }),
    { numRuns: process.env['VERIFY'] === '1' ? 5_000 : 150 },
  );
});
