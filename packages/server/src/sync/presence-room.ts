/**
 * The people on one board, told of each other. Everything is told in turns: what happened since the last one is one message, written
 * once and sent to everybody. Nothing is kept of who has been told what:
 *
 * - Who comes, and who was too far behind with reading to be told a turn, is told everything anew.
 * - When more people point than one message has room for, each person is told of some: whom they follow, whom they see, then others,
 *   from another one on each turn. As they hold still, everybody is told where.
 */
import {
  DOING_NOTHING,
  NOBODY,
  writeArrival,
  writeNews,
  writeRoomNews,
  type Doing,
  type Identity,
  type Limits,
  type Millis,
  type PresenceId,
  type Told,
} from '@samtavla/protocol';

/** What the room needs of a socket. */
export type Listener = {
  readonly isBehind: boolean;
  /** On another node, which tells them. */
  readonly isElsewhere?: boolean;
  sendNow(bytes: Uint8Array): void;
};

type Member = {
  readonly id: PresenceId;
  readonly listener: Listener;
  readonly arrival: Uint8Array;
  doing: Doing;
  /** What of it has not been told yet. */
  fresh: Partial<Doing>;
  follows: PresenceId;
  /** Knows nothing, or not all that it should. */
  isLost: boolean;
  /** Where it points was not told to everybody. */
  isUnsettled: boolean;
};

type Pointing = { readonly member: Member; readonly bytes: Uint8Array };

/** What happened in a turn. */
type Turn = {
  readonly came: readonly Member[];
  readonly left: readonly PresenceId[];
  /** For everybody. */
  readonly news: readonly Pointing[];
  /** Too many to tell everybody of all. */
  readonly crowd: readonly Pointing[];
};

const KEYS_OF_POINTING: readonly string[] = ['cursor', 'view'] satisfies (keyof Doing)[];

export class PresenceRoom {
  readonly #limits: Limits;
  readonly #now: () => Millis;
  readonly #members = new Map<Listener, Member>();
  /** Those with something to tell, who has waited longest first. */
  readonly #restless = new Set<Member>();
  #came: Member[] = [];
  #left: PresenceId[] = [];
  #lastId = NOBODY;
  #turns = 0;
  #bytesLeft = 0;
  #lastTurn = -Infinity;
  #timer: NodeJS.Timeout | null = null;

  constructor(limits: Limits, now: () => Millis) {
    this.#limits = limits;
    this.#now = now;
  }

  get isEmpty(): boolean {
    return this.#members.size === 0;
  }

  has(listener: Listener): boolean {
    return this.#members.has(listener);
  }

  enter(listener: Listener, identity: Identity): PresenceId {
    const id = (this.#lastId += 1);
    const arrival = writeArrival({ id, ...identity });
    const state = { doing: DOING_NOTHING, fresh: {}, follows: NOBODY, isLost: true, isUnsettled: false };
    const member = { id, listener, arrival, ...state };
    this.#members.set(listener, member);
    this.#came.push(member);
    this.#soon();
    return id;
  }

  /** The number it has been given; `NOBODY` for who is not here. */
  idOf(listener: Listener): PresenceId {
    return this.#members.get(listener)?.id ?? NOBODY;
  }

  tell(listener: Listener, { doing, follows }: Told): void {
    const member = this.#members.get(listener);
    if (member === undefined) return;
    if (follows !== undefined) member.follows = follows;
    if (Object.keys(doing).length === 0) return;
    member.doing = { ...member.doing, ...doing };
    member.fresh = { ...member.fresh, ...doing };
    this.#restless.add(member);
    this.#soon();
  }

  leave(listener: Listener): void {
    const member = this.#members.get(listener);
    if (member === undefined) return;
    this.#members.delete(listener);
    this.#restless.delete(member);
    this.#came = this.#came.filter((one) => one !== member);
    this.#left.push(member.id);
    if (this.isEmpty) this.close();
    else this.#soon();
  }

  close(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  get #paceMillis(): number {
    const { presenceMillis, presenceMessagesPerSecond } = this.#limits;
    return Math.max(presenceMillis, (1000 * this.#members.size) / presenceMessagesPerSecond);
  }

  /** At once after a rest: the first word of something is not held back. */
  #soon(): void {
    const wait = this.#lastTurn + this.#paceMillis - performance.now();
    this.#timer ??= setTimeout(() => this.#tellAll(), Math.max(0, wait));
  }

  #tellAll(): void {
    this.#timer = null;
    this.#lastTurn = performance.now();
    this.#turns += 1;
    const turn = this.#turn();
    const forAll = turn.news.map(({ bytes }) => bytes);
    const shared = this.#write(turn, forAll);
    const whole = new Whole(this.#members.values(), this.#paceMillis, this.#now());
    for (const member of this.#members.values()) {
      const { listener, isLost } = member;
      member.isLost = listener.isBehind;
      if (listener.isElsewhere === true) continue;
      if (member.isLost) continue;
      if (isLost) listener.sendNow(whole.for(member));
      else if (turn.crowd.length > 0) listener.sendNow(this.#write(turn, [...forAll, ...this.#chosen(member, turn)]));
      else if (!concernsOnly(member, turn)) listener.sendNow(shared);
    }
    if (this.#restless.size > 0 || [...this.#members.values()].some(({ isLost }) => isLost)) this.#soon();
  }

  #turn(): Turn {
    const [came, left] = [this.#came, this.#left];
    [this.#came, this.#left] = [[], []];
    const pointing: Member[] = [];
    const news: Pointing[] = [];
    // What was told beyond the last turn's share is taken from this one's.
    this.#bytesLeft = Math.min(0, this.#bytesLeft) + (this.#limits.presenceBytesPerSecond * this.#paceMillis) / 1000;
    for (const member of this.#restless) {
      if (isOnlyPointing(member.fresh)) {
        pointing.push(member);
        continue;
      }
      if (this.#bytesLeft <= 0) continue;
      const one = this.#told(member, { isToAll: true });
      this.#bytesLeft -= one.bytes.length;
      news.push(one);
    }
    const isCrowd = pointing.length > this.#limits.pointersPerMessage;
    const moved = pointing.map((member) => this.#told(member, { isToAll: !isCrowd }));
    return { came, left, news: isCrowd ? news : [...news, ...moved], crowd: isCrowd ? moved : [] };
  }

  /** Who was not told of the last move is not helped by half of this one. */
  #told(member: Member, { isToAll }: { isToAll: boolean }): Pointing {
    const { cursor, view } = member.doing;
    const doing = isToAll && !member.isUnsettled ? member.fresh : { cursor, view, ...member.fresh };
    member.fresh = {};
    member.isUnsettled = !isToAll;
    this.#restless.delete(member);
    if (member.isUnsettled) this.#restless.add(member);
    return { member, bytes: writeNews({ id: member.id, doing }) };
  }

  #write({ came, left }: Turn, news: readonly Uint8Array[]): Uint8Array {
    const arrivals = came.map(({ arrival }) => arrival);
    return writeRoomNews({ self: null, now: null, paceMillis: this.#paceMillis, came: arrivals, left, news });
  }

  /** Of the many who point, those that matter to one: whom they follow, whom they see, and others in turn. */
  #chosen(to: Member, { crowd }: Turn): Uint8Array[] {
    const most = this.#limits.pointersPerMessage;
    const first = (this.#turns * most) % crowd.length;
    const groups: [Pointing[], Pointing[], Pointing[]] = [[], [], []];
    for (let at = 0; at < crowd.length; at += 1) {
      const one = crowd[(first + at) % crowd.length];
      if (one === undefined || one.member === to) continue;
      if (one.member.id === to.follows) groups[0].push(one);
      else groups[sees(to.doing, one.member.doing) ? 1 : 2].push(one);
    }
    return groups
      .flat()
      .slice(0, most)
      .map(({ bytes }) => bytes);
  }
}

/** Everybody and all they do, written when the first needs it. */
class Whole {
  readonly #members: readonly Member[];
  readonly #paceMillis: number;
  readonly #now: Millis;
  #parts: { readonly came: Uint8Array[]; readonly news: Uint8Array[] } | null = null;

  constructor(members: Iterable<Member>, paceMillis: number, now: Millis) {
    this.#members = [...members];
    this.#paceMillis = paceMillis;
    this.#now = now;
  }

  for({ id: self }: Member): Uint8Array {
    this.#parts ??= {
      came: this.#members.map(({ arrival }) => arrival),
      news: this.#members.map(({ id, doing }) => writeNews({ id, doing })),
    };
    return writeRoomNews({ self, now: this.#now, paceMillis: this.#paceMillis, left: [], ...this.#parts });
  }
}

/** False for who holds still, of whom there is nothing fresh. */
const isOnlyPointing = (fresh: Partial<Doing>): boolean => {
  const keys = Object.keys(fresh);
  return keys.length > 0 && keys.every((key) => KEYS_OF_POINTING.includes(key));
};

/** One's own moves are no news to oneself. */
const concernsOnly = (member: Member, { came, left, news }: Turn): boolean =>
  came.length + left.length === 0 && news.every((one) => one.member === member);

/** Whether the other's cursor is on one's screen. */
function sees({ view }: Doing, { cursor }: Doing): boolean {
  if (view === null || cursor === null) return false;
  const [x, y] = [(cursor.x + view.x) * view.zoom, (cursor.y + view.y) * view.zoom];
  return x >= 0 && y >= 0 && x <= view.w && y <= view.h;
}
