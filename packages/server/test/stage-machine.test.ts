/** The stage's rules, without a server: what each command and time make of each stage. */
import {
  LIMITS,
  OPEN_STAGE,
  type Ballot,
  type Dots,
  type Millis,
  type PlanPhase,
  type RecordId,
  type Stage,
  type StageCommand,
} from '@samtavla/protocol';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { afterTime, commanded, dueAt } from '../src/stage/stage-machine.ts';
import { counted, countingIn } from '../src/stage/vote-machine.ts';

const MINUTE = 60_000;
const { graceMillis, ballotGraceMillis } = LIMITS;
const phase = (id: string, more: Partial<PlanPhase> = {}): PlanPhase => ({
  id,
  name: id,
  minutes: 10,
  zones: ['zone' as RecordId],
  private: false,
  closes: false,
  vote: null,
  ...more,
});
const PHASES = [
  phase('welcome', { minutes: 5, zones: [] }),
  phase('write', { closes: true }),
  phase('talk'),
  phase('free', { minutes: null }),
  phase('alone', { private: true, closes: true }),
];

const at = (now: number, phases = PHASES) => ({ phases, now: now as Millis, graceMillis, ballotGraceMillis });

/** Does one after the other at a moment; each must be possible. */
function after(now: number, commands: readonly StageCommand[], from: Stage = OPEN_STAGE): Stage {
  return commands.reduce((stage, command) => {
    const next = commanded(stage, command, at(now));
    if (typeof next === 'string') throw new Error(`${command.type} was refused: ${next}`);
    return next;
  }, from);
}

const start = (id: string): StageCommand => ({ type: 'phase.start', phase: id });
const reveal: StageCommand = { type: 'round.reveal' };
const add = (minutes: number): StageCommand => ({ type: 'timer.add', millis: minutes * MINUTE });

describe('phases', () => {
  test('[W2] the first begins with its time, its zones and a version more; back and next go by the plan', () => {
    const first = after(1_000, [{ type: 'phase.start' }]);
    expect(first).toMatchObject({ version: 2, phase: 'welcome', endsAt: 1_000 + 5 * MINUTE, open: [] });
    const second = after(2_000, [{ type: 'phase.next' }], first);
    expect(second).toMatchObject({
      version: 3,
      phase: 'write',
      endsAt: 2_000 + 10 * MINUTE,
      open: ['zone'],
      canvas: 'open',
    });
    expect(after(3_000, [{ type: 'phase.back' }], second)).toMatchObject({ phase: 'welcome' });
    expect(after(3_000, [{ type: 'phase.end' }], second)).toEqual({ ...OPEN_STAGE, version: 4 });
  });

  test('[W2] a phase out of its turn is begun all the same, and one without minutes has no clock', () => {
    expect(after(0, [start('free')])).toMatchObject({ phase: 'free', endsAt: null, left: null });
  });

  test.each([
    ['an unknown phase', OPEN_STAGE, start('gone'), 'phase-unknown'],
    ['next where none runs', OPEN_STAGE, { type: 'phase.next' }, 'command-untimely'],
    ['the end where none runs', OPEN_STAGE, { type: 'phase.end' }, 'command-untimely'],
    ['back from the first', after(0, [start('welcome')]), { type: 'phase.back' }, 'command-untimely'],
    ['next from the last', after(0, [start('alone')]), { type: 'phase.next' }, 'command-untimely'],
    ['a pause without a timer', after(0, [start('free')]), { type: 'timer.pause' }, 'command-untimely'],
    ['going on with what was not paused', after(0, [start('write')]), { type: 'timer.resume' }, 'command-untimely'],
    ['less time where there is none', OPEN_STAGE, add(-1), 'command-untimely'],
    ['revealing where nothing was written privately', OPEN_STAGE, { type: 'round.reveal' }, 'command-untimely'],
    ['revealing twice', after(0, [start('alone'), reveal]), reveal, 'command-untimely'],
    ['revealing another round', after(0, [start('alone')]), { ...reveal, round: '2' }, 'command-untimely'],
    ['opening what is open', OPEN_STAGE, { type: 'writing.open' }, 'command-untimely'],
    ['opening a phase for talking', after(0, [start('welcome')]), { type: 'writing.open' }, 'command-untimely'],
  ] as const)('[W3] %s is refused with a reason', (_what, stage, command, refusal) => {
    expect(commanded(stage, command, at(0))).toBe(refusal);
  });

  test('[W3] a phase that was taken out of the plan goes on, with nothing before or after it', () => {
    const stage = after(0, [start('write')]);
    const without = at(1, [phase('talk')]);
    expect(commanded(stage, { type: 'phase.next' }, without)).toBe('command-untimely');
    expect(commanded(stage, start('talk'), without)).toMatchObject({ phase: 'talk' });
  });

  test('[W2] what is changed in the plan of the phase that runs holds when it is renewed, and its time goes on', () => {
    const stage = after(0, [start('talk')]);
    const given = at(5_000, [phase('talk', { zones: ['other' as RecordId], minutes: 90, closes: true })]);
    expect(commanded(stage, { type: 'phase.renew' }, given)).toEqual({
      ...stage,
      version: 3,
      open: ['other'],
      closes: true,
    });
  });
});

describe('time', () => {
  test('[W4] a pause keeps what is left, whenever it goes on', () => {
    const paused = after(3 * MINUTE, [{ type: 'timer.pause' }], after(0, [start('write')]));
    expect(paused).toMatchObject({ endsAt: null, left: 7 * MINUTE });
    expect(dueAt(paused)).toBeNull();
    const later = 60 * MINUTE;
    expect(after(later, [{ type: 'timer.resume' }], paused)).toMatchObject({ endsAt: later + 7 * MINUTE, left: null });
    expect(after(later, [add(2)], paused)).toMatchObject({ left: 9 * MINUTE });
    expect(after(later, [add(-60)], paused)).toMatchObject({ left: 0 });
  });

  test('[W4] time is added and taken, never to before now; where there is none it begins', () => {
    const running = after(0, [start('write')]);
    expect(after(MINUTE, [add(5)], running)).toMatchObject({ endsAt: 15 * MINUTE });
    expect(after(MINUTE, [add(-60)], running)).toMatchObject({ endsAt: MINUTE });
    expect(after(MINUTE, [add(3)])).toMatchObject({ phase: null, endsAt: 4 * MINUTE });
  });

  test('[W5] where a phase closes, it closes some seconds after its time, and more time opens it again', () => {
    const running = after(0, [start('write')]);
    const end = 10 * MINUTE;
    expect(afterTime(running, at(end - 1))).toBeNull();
    const closing = afterTime(running, at(end)) ?? OPEN_STAGE;
    expect(closing).toMatchObject({ canvas: 'closing', closedAt: end + graceMillis, version: running.version + 1 });
    expect(afterTime(closing, at(end + graceMillis - 1))).toBeNull();
    const closed = afterTime(closing, at(end + graceMillis)) ?? OPEN_STAGE;
    expect(closed).toMatchObject({ canvas: 'closed', closedAt: null });
    expect(dueAt(closed)).toBeNull();
    for (const stage of [closing, closed])
      expect(after(end + 5_000, [add(2)], stage)).toMatchObject({
        canvas: 'open',
        closedAt: null,
        endsAt: end + 5_000 + 2 * MINUTE,
      });
  });

  test('[W5] where it does not, time is up and writing goes on', () => {
    const running = after(0, [start('talk')]);
    expect(dueAt(running)).toBeNull();
    expect(afterTime(running, at(90 * MINUTE))).toBeNull();
  });

  test('[W5] a phase for talking closes what was open, and the next one opens it', () => {
    const talking = after(MINUTE, [start('welcome')], after(0, [start('write')]));
    expect(talking).toMatchObject({ canvas: 'closing', closedAt: MINUTE + graceMillis });
    const closed = afterTime(talking, at(MINUTE + graceMillis)) ?? OPEN_STAGE;
    expect(after(2 * MINUTE, [start('write')], closed)).toMatchObject({ canvas: 'open' });
    // Closed already: nobody is given grace to write.
    expect(after(2 * MINUTE, [start('welcome')], closed)).toMatchObject({ canvas: 'closed', closedAt: null });
  });

  test('[W5] a facilitator closes and opens by hand', () => {
    const closing = after(7, [{ type: 'writing.close' }]);
    expect(closing).toMatchObject({ canvas: 'closing', closedAt: 7 + graceMillis });
    expect(commanded(closing, { type: 'writing.close' }, at(8))).toBe('command-untimely');
    expect(after(8, [{ type: 'writing.open' }], closing)).toMatchObject({ canvas: 'open', closedAt: null });
  });
});

describe('rounds of private writing', () => {
  const writing = after(0, [start('alone')]);
  const ROUND = { id: '1', phase: 'alone', revealedAt: null };

  test('[W14] a private phase begins a round: the canvas closes with its grace, and the desks are open', () => {
    expect(writing).toMatchObject({
      canvas: 'closing',
      closedAt: graceMillis,
      desk: 'open',
      round: '1',
      rounds: [ROUND],
    });
    const closed = afterTime(writing, at(graceMillis)) ?? OPEN_STAGE;
    expect(closed).toMatchObject({ canvas: 'closed', desk: 'open', closedAt: null });
  });

  test('[W14] when its time is up the desks close with a grace, and more time opens them and not the canvas', () => {
    const closed = afterTime(writing, at(graceMillis)) ?? OPEN_STAGE;
    const closing = afterTime(closed, at(10 * MINUTE)) ?? OPEN_STAGE;
    expect(closing).toMatchObject({ canvas: 'closed', desk: 'closing', round: '1' });
    const over = afterTime(closing, at(10 * MINUTE + graceMillis)) ?? OPEN_STAGE;
    expect(over).toMatchObject({ canvas: 'closed', desk: 'closed', round: '1' });
    expect(after(11 * MINUTE, [add(2)], over)).toMatchObject({ canvas: 'closed', desk: 'open', closedAt: null });
    expect(after(11 * MINUTE, [{ type: 'writing.open' }], over)).toMatchObject({ canvas: 'closed', desk: 'open' });
  });

  test('[W14] whoever leaves it and comes back goes on with the same round; once it is revealed, with a new one', () => {
    const left = after(MINUTE, [start('talk')], writing);
    expect(left).toMatchObject({ canvas: 'open', desk: 'closed', round: null, closedAt: null, rounds: [ROUND] });
    expect(after(MINUTE, [start('alone')], left)).toMatchObject({ round: '1', rounds: [ROUND] });
    const again = after(3 * MINUTE, [start('alone')], after(2 * MINUTE, [reveal], left));
    expect(again).toMatchObject({
      round: '2',
      rounds: [
        { ...ROUND, revealedAt: 2 * MINUTE },
        { ...ROUND, id: '2' },
      ],
    });
    expect(after(9, [{ type: 'phase.end' }], again)).toEqual({
      ...OPEN_STAGE,
      version: again.version + 1,
      rounds: again.rounds,
    });
  });

  test('[W14] revealed where it runs, its phase goes on with everything closed, until a facilitator opens the canvas', () => {
    const shown = after(5 * MINUTE, [reveal], writing);
    expect(shown).toMatchObject({ phase: 'alone', round: null, desk: 'closed', canvas: 'closing' });
    expect(shown.rounds).toEqual([{ ...ROUND, revealedAt: 5 * MINUTE }]);
    const closed = afterTime(shown, at(6 * MINUTE)) ?? OPEN_STAGE;
    for (const command of [add(5), { type: 'phase.renew' }] as const)
      expect(after(20 * MINUTE, [command], closed)).toMatchObject({ round: null, canvas: 'closed', desk: 'closed' });
    expect(after(20 * MINUTE, [{ type: 'writing.open' }], closed)).toMatchObject({ canvas: 'open', desk: 'closed' });
  });

  test('[W14] of several that are not revealed, the one named is, else the latest', () => {
    const second = phase('second', { private: true });
    const given = at(0, [...PHASES, second]);
    const both = [start('alone'), start('second'), start('talk')].reduce<Stage>((stage, command) => {
      const next = commanded(stage, command, given);
      return typeof next === 'string' ? stage : next;
    }, OPEN_STAGE);
    const shown = (stage: Stage) => stage.rounds.map(({ revealedAt }) => revealedAt !== null);
    expect(shown(after(1, [reveal], both))).toEqual([false, true]);
    expect(shown(after(1, [{ ...reveal, round: '1' }], both))).toEqual([true, false]);
  });
});

test('[W26] the door is closed and opened, once each, and stays so through phases and their end', () => {
  const closed = after(0, [{ type: 'door.close' }]);
  expect([closed.door, commanded(closed, { type: 'door.close' }, at(1))]).toEqual(['closed', 'command-untimely']);
  expect(after(2, [start('write'), { type: 'phase.end' }], closed).door).toBe('closed');
  expect(after(3, [{ type: 'door.open' }], closed)).toEqual({ ...OPEN_STAGE, version: 3 });
});

describe('votes', () => {
  const open: StageCommand = { type: 'vote.open', zones: 'all', dots: 3, most: 5 };
  const opened = after(0, [open]);

  test('[W20] one is open at a time, with its dots; closed, it takes ballots for some seconds, and is counted', () => {
    expect(opened.votes).toEqual([
      {
        id: '1',
        kind: 'dots',
        zones: 'all',
        among: null,
        dots: 3,
        most: 3,
        state: 'open',
        closedAt: null,
        result: null,
      },
    ]);
    expect(commanded(opened, open, at(1))).toBe('command-untimely');
    const closing = after(1_000, [{ type: 'vote.close' }], opened);
    expect(closing.votes).toMatchObject([{ state: 'closing', closedAt: 1_000 + ballotGraceMillis }]);
    expect([dueAt(closing), commanded(closing, open, at(1_001))]).toEqual([
      1_000 + ballotGraceMillis,
      'command-untimely',
    ]);
    const counting = afterTime(closing, at(1_000 + ballotGraceMillis)) ?? OPEN_STAGE;
    expect(counting.votes).toMatchObject([{ state: 'counting', closedAt: null }]);
    expect([dueAt(counting), afterTime(counting, at(60 * MINUTE))]).toEqual([0, null]);
    const ballots = [
      { votes: { a: 2, gone: 1 } as Dots, revision: 4 },
      { votes: { a: 1, b: 1 } as Dots, revision: 1 },
      { votes: {}, revision: 2 },
    ];
    const closed = counted(counting, ballots, new Set(['a', 'b'] as RecordId[]));
    expect(closed.votes).toMatchObject([{ state: 'closed', result: { ballots: 2, dots: { a: 3, b: 1 }, added: {} } }]);
    expect([closed.version, dueAt(closed)]).toEqual([counting.version + 1, null]);
    const again = after(9, [{ ...open, among: ['a' as RecordId] }], closed);
    expect(again.votes.map(({ id, state }) => [id, state])).toEqual([
      ['1', 'closed'],
      ['2', 'open'],
    ]);
  });

  test('[W20] a facilitator adds what was counted in the room, apart from the ballots, and takes it away again', () => {
    const dotted = (dots: number, record = 'a'): StageCommand => ({
      type: 'vote.add',
      record: record as RecordId,
      dots,
    });
    expect(commanded(opened, dotted(1), at(1))).toBe('command-untimely');
    const closed = counted(
      { ...opened, votes: opened.votes.map((vote) => ({ ...vote, state: 'counting' as const })) },
      [],
      new Set(),
    );
    const added = after(1, [dotted(4), dotted(3, 'b'), dotted(-1)], closed);
    expect(added.votes.at(-1)?.result).toEqual({ ballots: 0, dots: {}, added: { a: 3, b: 3 } });
    expect(after(1, [dotted(-9), dotted(-3, 'b')], added).votes.at(-1)?.result).toMatchObject({ added: {} });
  });

  const resolved = (stage: Stage, ballots: readonly Ballot[], votable: string[] = []) =>
    counted(
      { ...stage, votes: stage.votes.map((vote) => ({ ...vote, state: 'counting' as const })) },
      ballots,
      new Set(votable as RecordId[]),
    );

  test('[W25] a check by five fingers counts how many showed how many, and takes the hands of the room, of one to five fingers', () => {
    const asked = after(0, [{ type: 'vote.open-fingers', question: 'Står vi bak?' }]);
    expect(asked.votes).toMatchObject([{ kind: 'fingers', question: 'Står vi bak?', state: 'open' }]);
    const ballots = [4, 4, 1].map((fingers) => ({ votes: { fingers }, revision: 1 }));
    const closed = resolved(asked, [...ballots, { votes: {}, revision: 2 }]);
    expect(closed.votes.at(-1)?.result).toEqual({ ballots: 3, dots: { 4: 2, 1: 1 }, added: {} });
    const hand = (record: string): StageCommand => ({ type: 'vote.add', record: record as RecordId, dots: 2 });
    expect(after(1, [hand('5')], closed).votes.at(-1)?.result).toMatchObject({ added: { 5: 2 } });
    for (const wrong of ['0', '6', 'fingers', '4.5']) expect(commanded(closed, hand(wrong), at(1))).toBe('bad-request');
  });

  test('[W25] a rating is the mean of those who said both, of what is still there; the room adds nothing to it', () => {
    const asked = after(0, [{ type: 'vote.open-rating', zones: 'all' }]);
    expect(asked.votes).toMatchObject([{ kind: 'rating', zones: 'all', among: null }]);
    const ballots = [
      { votes: { a: { effect: 5, effort: 1 }, b: { effect: 2 }, gone: { effect: 3, effort: 3 } }, revision: 1 },
      { votes: { a: { effect: 4, effort: 2 } }, revision: 1 },
    ];
    const closed = resolved(asked, ballots, ['a', 'b']);
    expect(closed.votes.at(-1)?.result).toEqual({
      ballots: 2,
      ratings: { a: { effect: 4.5, effort: 1.5, count: 2 } },
    });
    const more: StageCommand = { type: 'vote.add', record: 'a' as RecordId, dots: 1 };
    expect(commanded(closed, more, at(1))).toBe('command-untimely');
  });

  test('[W20] a vote goes on through phases and their end', () => {
    const on = after(2, [{ type: 'phase.end' }], after(1, [start('write')], opened));
    expect(on.votes).toEqual(opened.votes);
  });
});

const anyCommand: fc.Arbitrary<StageCommand> = fc.oneof(
  fc.constantFrom<StageCommand>(
    ...(
      [
        'phase.start',
        'phase.next',
        'phase.back',
        'phase.end',
        'phase.renew',
        'timer.pause',
        'timer.resume',
        'writing.close',
        'writing.open',
        'round.reveal',
        'vote.close',
        'door.close',
        'door.open',
      ] as const
    ).map((type) => ({ type })),
  ),
  fc.constantFrom(...PHASES.map(({ id }) => id), 'gone').map(start),
  fc.constantFrom<StageCommand>(
    { type: 'vote.open', zones: 'all', dots: 3, most: 1 },
    { type: 'vote.open-fingers', question: 'Står vi bak?' },
    { type: 'vote.open-rating', zones: 'all' },
  ),
  fc.integer({ min: -15 * MINUTE, max: 15 * MINUTE }).map((millis) => ({ type: 'timer.add' as const, millis })),
);
const anyPlan = fc
  .subarray(PHASES)
  .map((phases) => phases.map((one) => (one.id === 'talk' ? { ...one, zones: [] } : one)));
const anyStep = fc.record({
  command: fc.option(anyCommand),
  pass: fc.integer({ min: 0, max: 4 * MINUTE }),
  plan: fc.option(anyPlan),
});

/** What holds of every stage, whatever led to it; by name, those that do not. */
const unsound = (stage: Stage, now: number): string[] =>
  Object.entries({
    'a timer runs or is paused': stage.endsAt === null || stage.left === null,
    'what is left is no debt': (stage.left ?? 0) >= 0,
    'what is closing has an end': (stage.closedAt !== null) === [stage.canvas, stage.desk].includes('closing'),
    'one writes in one place': stage.canvas !== 'open' || stage.desk === 'closed',
    'one writes on desks in a round alone': stage.desk === 'closed' || stage.round !== null,
    'a round that is on is not revealed':
      stage.round === null || stage.rounds.some(({ id, revealedAt }) => id === stage.round && revealedAt === null),
    'one vote is open at most, the last': stage.votes.slice(0, -1).every(({ state }) => state === 'closed'),
    'a vote that is closed, and no other, has a result': stage.votes.every(
      ({ state, result }) => (state === 'closed') === (result !== null),
    ),
    'rounds are told apart': new Set(stage.rounds.map(({ id }) => id)).size === stage.rounds.length,
    'and not a late one': (stage.closedAt ?? 0) - now <= graceMillis,
    'without a phase all is open': stage.phase !== null || (stage.open === 'all' && !stage.closes),
    'a phase for talking is not open': stage.open === 'all' || stage.open.length > 0 || stage.canvas !== 'open',
  }).flatMap(([what, holds]) => (holds ? [] : [what]));

/** The stage after it, or the same where that is refused; the refusal is one of those there are. */
function tried(stage: Stage, command: StageCommand, given: ReturnType<typeof at>): Stage {
  const next = commanded(stage, command, given);
  if (typeof next !== 'string') return next;
  if (next === 'phase-unknown' || next === 'command-untimely') return stage;
  throw new Error(`${command.type} was refused with ${next}`);
}

const RUNS = process.env['VERIFY'] === undefined ? 1_000 : 10_000;

test('[W6] whatever is commanded, and whenever the server starts anew, the stage stays sound and moves one version at a time', () => {
  let checked = 0;
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 60 }), (steps) => {
      let [stage, now, plan] = [OPEN_STAGE, 1_000_000, PHASES as readonly PlanPhase[]];
      const moved = (next: Stage) => {
        expect([next.version - stage.version, unsound(next, now)]).toEqual([1, []]);
        checked += 1;
        stage = next;
      };
      for (const { command, pass, plan: changed } of steps) {
        now += pass;
        plan = changed ?? plan;
        // A server that starts anew has what is stored, and nothing else.
        stage = JSON.parse(JSON.stringify(stage)) as Stage;
        for (let next = afterTime(stage, at(now)); next !== null; next = afterTime(stage, at(now))) moved(next);
        if (countingIn(stage) !== null) moved(counted(stage, [], new Set()));
        const next = command === null ? stage : tried(stage, command, at(now, [...plan]));
        if (next !== stage) moved(next);
      }
    }),
    { numRuns: RUNS },
  );
  expect(checked).toBeGreaterThan(RUNS);
});

test('[W6] every command has an answer on every stage', () => {
  const stages = [
    OPEN_STAGE,
    ...PHASES.map(({ id }) => after(0, [start(id)])),
    after(1, [{ type: 'timer.pause' }], after(0, [start('write')])),
    ...(['closing', 'closed'] as const).map((canvas) => ({
      ...after(0, [start('write')]),
      canvas,
      closedAt: canvas === 'closing' ? (9 as Millis) : null,
    })),
  ];
  const answered = fc.property(fc.constantFrom(...stages), anyCommand, fc.nat(20 * MINUTE), (stage, command, now) => {
    expect(unsound(tried(stage, command, at(now)), now)).toEqual([]);
  });
  fc.assert(answered, { numRuns: RUNS });
});
