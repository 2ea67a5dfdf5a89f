import {
  atOf,
  fragmentOf,
  recordsOf,
  type Millis,
  type ParticipantId,
  type RecordId,
  type RecordMap,
} from '@samtavla/protocol';
import { assert, constantFrom, integer, property, array, record as shaped } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DESIRED, lettersIn, papers, put, recordIn, sync, TODAY } from './a-board.ts';

import { followNews } from './news.ts';

const KARI = 'kari' as ParticipantId;

/** Kari's board and Ola's, and the news that Kari has. */
function two() {
  const [hers, his] = [papers(), papers([])];
  sync(hers, his);
  let time = 0;
  const news = followNews(hers, KARI, () => time as Millis);
  return {
    hers,
    his,
    news,
    wait: (millis: number) => void (time += millis),
    exchange: () => sync(hers, his),
    told: () => news.take().map(({ what, zone, notes, sectors }) => [what, zone, notes.length, sectors.toSorted()]),
  };
}

const at = (zone: RecordId | null, x = 0) => atOf([x, 200, 0], zone === null ? {} : { zone });
const byOla = (zone: RecordId | null, sector?: string) => ({
  at: at(zone),
  author: { id: 'ola', name: 'Ola' },
  ...(sector !== undefined && { perspective: { sector } }),
});

describe('the news', () => {
  test('[U61] tells of others’ new notes by zone, with the sectors they are seen from, each once', () => {
    const { his, exchange, told } = two();
    put(his, 'en', byOla(TODAY.id, 'school'));
    put(his, 'to', byOla(TODAY.id, 'health'));
    put(his, 'tre', byOla(TODAY.id, 'school'));
    put(his, 'fire', byOla(null));
    exchange();
    expect(told()).toEqual([
      ['new', TODAY.id, 3, ['health', 'school']],
      ['new', null, 1, []],
    ]);
    expect(told()).toEqual([]);
  });

  test('[U61] of what is moved, changed and gone it says where to, and where it was', () => {
    const { his, exchange, told } = two();
    for (const text of ['flyttes', 'endres', 'slettes']) put(his, text, byOla(TODAY.id));
    exchange();
    told();
    const record = (name: string) => recordIn(his, name as RecordId) as RecordMap;
    record('flyttes').set('at', at(DESIRED.id));
    record('slettes').set('colour', 'pink');
    recordsOf(his.canvas).delete('slettes');
    exchange();
    expect(told()).toEqual([
      ['moved', DESIRED.id, 1, []],
      ['gone', TODAY.id, 1, []],
    ]);
    record('endres').set('at', at(TODAY.id, 500));
    record('endres').set('colour', 'blue');
    exchange();
    expect(told()).toEqual([]);
  });

  test('[U62] what comes to nothing before one asks is no news', () => {
    const { his, exchange, told } = two();
    put(his, 'kort', byOla(TODAY.id));
    exchange();
    recordsOf(his.canvas).delete('kort');
    exchange();
    expect(told()).toEqual([]);
  });

  test('[U62] a note is new when something is written on it, not before', () => {
    const { his, exchange, told } = two();
    put(his, '', { ...byOla(TODAY.id), text: undefined });
    const record = put(his, 'tom', byOla(TODAY.id));
    const letters = lettersIn(fragmentOf(record));
    letters.delete(0, letters.length);
    exchange();
    expect(told()).toEqual([]);
    letters.insert(0, 'Nå');
    exchange();
    expect(told()).toEqual([['new', TODAY.id, 1, []]]);
  });

  test('[U63] what I do is no news, here or in another tab of mine, nor what I take back', () => {
    const { hers, his, exchange, told } = two();
    put(hers, 'min', byOla(TODAY.id));
    recordsOf(hers.canvas).delete('min');
    put(hers, 'min igjen', byOla(TODAY.id));
    put(his, 'fra fana mi', { ...byOla(TODAY.id), author: { id: KARI, name: 'Kari' } });
    exchange();
    expect(told()).toEqual([]);
    recordsOf(his.canvas).delete('min igjen');
    exchange();
    expect(told()).toEqual([['gone', TODAY.id, 1, []]]);
  });

  test('[U63] a note that is long written on is told of once a minute', () => {
    const { his, exchange, told, wait } = two();
    const record = put(his, 'lang', byOla(TODAY.id));
    const write = () => {
      lettersIn(fragmentOf(record)).insert(0, 'x');
      exchange();
    };
    exchange();
    expect(told()).toEqual([['new', TODAY.id, 1, []]]);
    wait(10_000);
    write();
    expect(told()).toEqual([]);
    wait(60_000);
    write();
    expect(told()).toEqual([['changed', TODAY.id, 1, []]]);
  });

  test('[U61] a note in a theme is in the theme’s zone, and one whose zone is taken away is outside', () => {
    const { hers, his, exchange, told } = two();
    put(his, 'tema', { kind: 'theme', at: at(DESIRED.id) });
    put(his, 'i tema', { ...byOla(TODAY.id), theme: 'tema' });
    exchange();
    expect(told()).toEqual([['new', DESIRED.id, 1, []]]);
    recordIn(hers, TODAY.id)?.set('gone', true);
    put(his, 'uten felt', byOla(TODAY.id));
    exchange();
    expect(told()).toEqual([['new', null, 1, []]]);
  });

  test('[U62] whatever others do, the new ones less the gone ones are how many more there are', () => {
    const step = shaped({ do: constantFrom('make', 'delete', 'move', 'ask'), which: integer({ min: 0, max: 7 }) });
    assert(
      property(array(step, { maxLength: 40 }), (steps) => {
        const { hers, his, exchange, news } = two();
        let count = 0;
        const ask = () => {
          exchange();
          for (const { what, notes } of news.take())
            count += what === 'new' ? notes.length : what === 'gone' ? -notes.length : 0;
          expect(count).toBe([...recordsOf(hers.canvas).keys()].length);
        };
        for (const { do: act, which } of steps) {
          const id = `n${which}` as RecordId;
          if (act === 'make' && recordIn(his, id) === undefined) put(his, id, byOla(TODAY.id));
          if (act === 'delete') recordsOf(his.canvas).delete(id);
          if (act === 'move') recordIn(his, id)?.set('at', at(which % 2 === 0 ? DESIRED.id : null));
          if (act === 'ask') ask();
        }
        ask();
      }),
    );
  });
});
