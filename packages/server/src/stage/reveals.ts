/**
 * From the moment a round is revealed, each note that was written in it and is not held back belongs on the canvas: put there at the
 * command, when the board is opened (a server may have stopped in between), and when a desk is stored (a phone may have slept). Under
 * the same id, and once: what is deleted on the canvas afterwards does not come back.
 */
import {
  documentName,
  freePlace,
  LOOSE_GROUND,
  notesToReveal,
  parseDocumentName,
  readNotes,
  readZones,
  recordsOf,
  revealNote,
  type BoardId,
  type Millis,
  type NoteToReveal,
  type ParticipantId,
  type PlanZone,
  type RecordId,
  type RevealedNote,
  type Stage,
} from '@samtavla/protocol';
import { NOTE_SIDE, type Box } from '@samtavla/templates';
import { randomInt } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import type * as Y from 'yjs';
import type { Participant, Storage } from '../storage/storage.ts';
import { lookAtDesks } from './desks.ts';
import { Revealing } from '../sync/revealing.ts';
import type { StoredDocuments } from '../sync/stored-documents.ts';

type Parts = {
  readonly storage: Pick<Storage, 'board' | 'people' | 'revealed' | 'stage' | 'whileHolding'>;
  readonly documents: Pick<StoredDocuments, 'forgetDeleted' | 'read' | 'write'>;
  /** What is in memory of a board's stage. */
  readonly stageNow: (board: BoardId) => Stage | null;
  readonly log: Logger;
};

type Waiting = NoteToReveal & { readonly writer: Participant };

/** Whoever types on in a desk that is revealed is stored letter by letter. */
const LATE_MILLIS = 250;
/** Another node is at it. */
const TURN_MILLIS = 50;

export class Reveals {
  readonly #parts: Parts;
  readonly #late = new Set<string>();
  /** Desks whose writers have not taken from them what stands on the canvas. */
  readonly #uncleared = new Set<string>();
  readonly #stop = new AbortController();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Puts on the canvas what belongs there of all desks. Resolves when it is on disk. */
  async all(board: BoardId): Promise<void> {
    await this.#reveal(board);
    this.#behind(board, () => this.#tidy(board));
  }

  /** Somebody has the board open, and nobody had before. */
  boardOpened(board: BoardId, stage: Stage): void {
    if (revealedIn(stage).size > 0) this.#behind(board, () => this.all(board));
  }

  /** A document has been written in. */
  written(document: string): void {
    const address = parseDocumentName(document);
    if (address?.kind !== 'desk' || this.#late.has(document)) return;
    const stage = this.#parts.stageNow(address.board);
    if (stage === null || revealedIn(stage).size === 0) return;
    this.#late.add(document);
    this.#behind(address.board, () => this.#revealLate(document, address.board, address.owner));
  }

  /** Begins nothing any more. */
  stop(): void {
    this.#stop.abort();
  }

  async #revealLate(document: string, board: BoardId, owner: ParticipantId): Promise<void> {
    await wait(LATE_MILLIS, undefined, { signal: this.#stop.signal, ref: false }).finally(() =>
      this.#late.delete(document),
    );
    await this.#reveal(board, owner);
    if (this.#uncleared.has(document)) await this.#tidy(board, owner);
  }

  /** No word that was deleted at a desk is left in storage: when a round is revealed, and when its writer has taken away what was. */
  async #tidy(board: BoardId, of?: ParticipantId): Promise<void> {
    const revealed = new Set(await this.#parts.storage.revealed(board));
    const holdsAny = (desk: Y.Doc) => [...recordsOf(desk).keys()].some((id) => revealed.has(id as RecordId));
    for (const { writer, seen: isUncleared } of await lookAtDesks(this.#parts, board, holdsAny, of)) {
      const document = documentName({ board, kind: 'desk', owner: writer.id });
      // Whoever has not taken it away yet types on in it letter by letter.
      if (!isUncleared || of === undefined) await this.#parts.documents.forgetDeleted(document);
      if (isUncleared) this.#uncleared.add(document);
      else this.#uncleared.delete(document);
    }
  }

  #behind(board: BoardId, task: () => Promise<void>): void {
    task().catch((err: unknown) => {
      if (!this.#stop.signal.aborted)
        this.#parts.log.warn({ board, err }, 'could not reveal what was written privately');
    });
  }

  /** @param of whose notes alone; else everybody's */
  async #reveal(board: BoardId, of?: ParticipantId): Promise<void> {
    // Most often there is nothing to do, and nobody needs to wait for their turn to find that out.
    if ((await this.#waiting(board, of)).length === 0) return;
    const { storage } = this.#parts;
    const work = async () => this.#put(board, await this.#waiting(board, of));
    while (!(await storage.whileHolding(`reveal ${board}`, work))) {
      await wait(TURN_MILLIS, undefined, { signal: this.#stop.signal, ref: false });
    }
  }

  /** What belongs on the canvas and has not been put there. */
  async #waiting(board: BoardId, of?: ParticipantId): Promise<Waiting[]> {
    const { storage } = this.#parts;
    const rounds = revealedIn(await storage.stage(board));
    if (rounds.size === 0) return [];
    const done = new Set(await storage.revealed(board));
    const desks = await lookAtDesks(this.#parts, board, (desk) => notesToReveal(desk, rounds), of);
    return desks.flatMap(({ writer, seen }) =>
      seen.filter(({ note }) => !done.has(note.id)).map((one) => ({ ...one, writer })),
    );
  }

  async #put(board: BoardId, waiting: readonly Waiting[]): Promise<void> {
    if (waiting.length === 0) return;
    const { storage, documents } = this.#parts;
    const facts = await storage.board(board);
    const rounds = revealedIn(await storage.stage(board));
    const plan = await documents.read(documentName({ board, kind: 'plan' }), (doc) => ({
      zones: readZones(doc),
      ids: new Set(recordsOf(doc).keys()),
    }));
    await documents.write([documentName({ board, kind: 'canvas' })], ([canvas]) => {
      if (canvas === undefined) return;
      // An id that stands for something else is not its writer's to take.
      const isFree = ({ note }: Waiting) => !plan.ids.has(note.id) && !recordsOf(canvas).has(note.id);
      const free = waiting.filter(isFree);
      const places = new Places(plan.zones, canvas);
      if (facts?.anonymous === true) {
        const shown = shuffled(free).map((one) => ({ ...one, note: unsigned(one, rounds) }));
        putOn(canvas, board, null, shown, places);
      } else {
        const byWriter = Map.groupBy(free, ({ writer }) => writer.id);
        for (const [writer, notes] of byWriter)
          putOn(
            canvas,
            board,
            writer,
            notes.map((one) => ({ ...one, note: signed(one) })),
            places,
          );
      }
    });
  }
}

/** When rounds were revealed, by their ids; those that are not are left out. */
const revealedIn = (stage: Pick<Stage, 'rounds'> | null): ReadonlyMap<string, Millis> =>
  new Map((stage?.rounds ?? []).flatMap(({ id, revealedAt }) => (revealedAt === null ? [] : [[id, revealedAt]])));

type ToPut = { readonly note: RevealedNote; readonly text: NoteToReveal['text'] };

function putOn(
  canvas: Y.Doc,
  board: BoardId,
  writer: ParticipantId | null,
  notes: readonly ToPut[],
  places: Places,
): void {
  const ids = notes.map(({ note }) => note.id);
  if (ids.length === 0) return;
  canvas.transact(
    () => {
      for (const { note, text } of notes) revealNote(canvas, { ...note, ...places.take(note) }, text);
    },
    new Revealing({ board, notes: ids }, writer),
  );
}

/** Signed by whose desk it is, whatever it says there. */
const signed = ({ note, writer: { id, name, perspective } }: Waiting): RevealedNote => ({
  ...note,
  author: name === null ? null : { id, name },
  perspective,
});

/** Neither by whom, nor in which order, nor when, but for the moment in which all were shown. */
const unsigned = ({ note, writer }: Waiting, rounds: ReadonlyMap<string, Millis>): RevealedNote => ({
  ...note,
  author: null,
  perspective: writer.perspective,
  createdAt: rounds.get(note.round ?? '') ?? null,
});

const shuffled = <T>(all: readonly T[]): T[] =>
  all
    .map((one) => ({ one, at: randomInt(2 ** 47) }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ one }) => one);

/** Where notes stand, and where there is room: each writer saw their own alone, and several chose the same place. */
class Places {
  readonly #zones: ReadonlyMap<RecordId, PlanZone>;
  readonly #taken: Map<RecordId | null, Box[]>;

  constructor(zones: readonly PlanZone[], canvas: Y.Doc) {
    this.#zones = new Map(zones.map((zone) => [zone.id, zone]));
    const byZone = Map.groupBy(readNotes(canvas), ({ zone }) => zone);
    this.#taken = new Map([...byZone].map(([zone, notes]) => [zone, notes.map(({ at }) => boxAt(at))]));
  }

  /** Its own place where nothing stands there, else the first free one of its zone. */
  take({ at, zone }: Pick<RevealedNote, 'at' | 'zone'>): Pick<RevealedNote, 'at' | 'zone'> {
    const taken = this.#taken.get(zone) ?? [];
    const own = boxAt(at);
    const ground = zone === null ? LOOSE_GROUND : (this.#zones.get(zone)?.box ?? LOOSE_GROUND);
    const place = taken.some((other) => isOver(own, other)) ? freePlace(ground, taken) : at;
    this.#taken.set(zone, [...taken, boxAt(place)]);
    return { at: place, zone };
  }
}

/** Heights are a client's own measure; here each is as high as an empty one. */
const boxAt = ([x, y]: readonly [number, number]): Box => ({ x, y, w: NOTE_SIDE, h: NOTE_SIDE });

const isOver = (a: Box, b: Box): boolean => Math.abs(a.x - b.x) < NOTE_SIDE && Math.abs(a.y - b.y) < NOTE_SIDE;
