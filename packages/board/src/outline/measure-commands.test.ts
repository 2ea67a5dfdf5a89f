import {
  addTheme,
  addZone,
  readMeasures,
  readPlanFacts,
  readZones,
  recordsOf,
  writeDomains,
  type PlanZone,
  type RecordId,
} from '@samtavla/protocol';
import { describe, expect, test } from 'vitest';
import { aHand } from './a-hand.ts';
import { lettersIn, zoneCalled } from './a-board.ts';
import { addNote, deleteNotes, moveNotes } from './commands.ts';
import { setDomains } from './domains.ts';
import { addMeasure, makeMeasures, makeNotes, setAnswer, setMeasure } from './measure-commands.ts';

const WAY: PlanZone = { ...zoneCalled('way', 2), kind: 'measures' };
const WISH: PlanZone = { ...zoneCalled('wish', 3), kind: 'desired' };
const WISE: PlanZone = { ...zoneCalled('wise', 4), kind: 'wise' };

function board(...zones: PlanZone[]) {
  const me = aHand();
  for (const zone of [WAY, WISH, WISE, ...zones]) addZone(me.plan, zone);
  const measures = () =>
    readMeasures(me.canvas).map(({ text, zone, answers, measure }) => ({ text, zone, answers, ...measure }));
  return { ...me, measures };
}
const noteIn = (me: ReturnType<typeof board>, zone: PlanZone, text: string) =>
  addNote(me.hand, { group: { zone: zone.id }, text }) as RecordId;

describe('measures', () => {
  test('[U82] a note becomes a measure where it stands, on the canvas too, and a note again, with all that it had', () => {
    const me = board();
    const note = noteIn(me, WAY, 'Lån ut flygelet');
    expect(makeMeasures(me.hand, [note])).toEqual([note]);
    expect(me.shape(note)).toMatchObject({
      type: 'board-note',
      props: { author: { name: 'Kari' }, measure: { status: 'idea' } },
    });
    setMeasure(me.hand, note, { owner: 'Ola', due: '2027-03-12', status: 'agreed' });
    expect(me.shape(note)?.props['measure']).toMatchObject({ owner: 'Ola', due: '2027-03-12', status: 'agreed' });
    expect(makeNotes(me.hand, [note])).toEqual([note]);
    expect(me.shape(note)?.props['measure']).toBe(null);
    makeMeasures(me.hand, [note]);
    expect(me.measures()).toMatchObject([{ text: 'Lån ut flygelet', owner: 'Ola', zone: 'way' }]);
  });

  test('[U82] a wish stays, and gets a measure without words that answers it; what was wise and a theme lend it theirs', () => {
    const me = board();
    const wish = noteIn(me, WISH, 'Alle får spille');
    const wise = noteIn(me, WISE, 'Spør ungdommen først');
    const theme = addTheme(me.canvas, { title: 'Rom', zone: WISH, at: [0, 300] });
    const made = makeMeasures(me.hand, [wish, wise, theme]);
    expect(made).not.toContain(wish);
    expect(me.measures()).toMatchObject([
      { text: '', zone: 'way', answers: [wish] },
      { text: 'Spør ungdommen først', zone: 'way', answers: [wise] },
      { text: 'Rom', zone: 'way', answers: [theme] },
    ]);
    expect(me.shape(wish)?.props['measure']).toBe(null);
  });

  test('[U82] each is one step to undo, and what others typed meanwhile stays', () => {
    const me = board();
    const note = noteIn(me, WAY, 'Lån ut');
    makeMeasures(me.hand, [note]);
    setMeasure(me.hand, note, { owner: 'Ola' });
    me.canvas.transact(
      () => lettersIn(recordsOf(me.canvas).get(note)?.get('text') as never).insert(6, ' flygelet'),
      'another',
    );
    me.history.undo();
    expect(me.measures()).toMatchObject([{ text: 'Lån ut flygelet', owner: null }]);
    me.history.undo();
    expect(me.measures()).toEqual([]);
    expect(me.listed()).toContainEqual(['way', 'Lån ut flygelet']);
  });

  test('[U82] what a measure answers is linked and let go of; it does not answer itself, nor does what is gone change', () => {
    const me = board();
    const wish = noteIn(me, WISH, 'Alle får spille');
    const measure = addMeasure(me.hand, { group: { zone: WAY.id }, text: 'Lån ut' }) as RecordId;
    expect(setAnswer(me.hand, measure, wish, true)).toBe(true);
    expect(setAnswer(me.hand, measure, measure, true)).toBe(false);
    deleteNotes(me.hand, [wish]);
    expect(me.measures()).toMatchObject([{ answers: [wish] }]);
    setAnswer(me.hand, measure, wish, false);
    expect(me.measures()).toMatchObject([{ answers: [] }]);
    deleteNotes(me.hand, [measure]);
    expect([setMeasure(me.hand, measure, { owner: 'Ola' }), setAnswer(me.hand, measure, wish, true)]).toEqual([
      false,
      false,
    ]);
  });

  test('[U82] it is moved and deleted as a note is', () => {
    const me = board();
    const measure = addMeasure(me.hand, { group: { zone: WAY.id }, text: 'Lån ut' }) as RecordId;
    expect(moveNotes(me.hand, [measure], { zone: WISE.id })).toEqual([measure]);
    expect(me.measures()).toMatchObject([{ zone: 'wise' }]);
    expect(deleteNotes(me.hand, [measure])).toEqual([measure]);
    expect(me.measures()).toEqual([]);
  });
});

describe('zones that are cells', () => {
  const cell = (level: string, domain: string, order: number): PlanZone => ({
    ...zoneCalled(`${level}-${domain}`, order),
    kind: 'measures',
    title: `${level} · ${domain}`,
    cell: { level, domain },
  });
  function map() {
    const me = board(cell('Lag', 'Kultur', 5), cell('Lag', 'Helse', 6));
    const about = me.plan.getMap('about');
    about.set('levels', [{ id: 'Lag', name: 'Lag' }]);
    writeDomains(me.plan, [
      { id: 'Kultur', name: 'Kultur' },
      { id: 'Helse', name: 'Helse' },
    ]);
    return me;
  }

  test('[U83] with another domain a measure moves to that cell, and with one that has no zone out of them all', () => {
    const me = map();
    const measure = addMeasure(me.hand, { group: { zone: 'Lag-Kultur' as RecordId }, text: 'Lån ut' }) as RecordId;
    setMeasure(me.hand, measure, { owner: 'Ola' });
    expect(me.measures()).toMatchObject([{ zone: 'Lag-Kultur', domain: 'Kultur', owner: 'Ola' }]);
    setMeasure(me.hand, measure, { domain: 'Helse' });
    expect(me.measures()).toMatchObject([{ zone: 'Lag-Helse', level: 'Lag', domain: 'Helse' }]);
    moveNotes(me.hand, [measure], { zone: 'Lag-Kultur' as RecordId });
    expect(me.measures()).toMatchObject([{ domain: 'Kultur' }]);
    setMeasure(me.hand, measure, { level: null });
    expect(me.measures()).toMatchObject([{ zone: null, level: null, domain: 'Kultur' }]);
  });

  test('[U83] a domain that is renamed renames its zones, a new one gets a column, and of one that is taken away they stay', () => {
    const me = map();
    setDomains(me.hand.plan, [
      { id: 'Kultur', name: 'Kunst' },
      { id: 'plan', name: 'Plan' },
    ]);
    expect(readPlanFacts(me.plan).domains.map(({ name }) => name)).toEqual(['Kunst', 'Plan']);
    const zones = readZones(me.plan).filter((zone) => zone.cell !== undefined);
    expect(zones.map(({ title }) => title)).toEqual(['Lag · Kunst', 'Lag · Helse', 'Lag · Plan']);
    const [, health, plan] = zones;
    expect(plan?.box.x).toBeGreaterThan((health?.box.x ?? 0) + (health?.box.w ?? 0));
    expect([plan?.box.w, plan?.kind, plan?.cell]).toEqual([
      health?.box.w,
      'measures',
      { level: 'Lag', domain: 'plan' },
    ]);
  });
});
