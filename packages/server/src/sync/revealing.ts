import type { ParticipantId } from '@samtavla/protocol';
import type { RevealedNotes } from '../storage/storage.ts';

/** The origin of a transaction in which the server puts notes of desks on a canvas. */
export class Revealing {
  readonly notes: RevealedNotes;
  /** Who wrote them; null where nothing stored may lead to a person. */
  readonly writer: ParticipantId | null;

  constructor(notes: RevealedNotes, writer: ParticipantId | null) {
    this.notes = notes;
    this.writer = writer;
  }
}
