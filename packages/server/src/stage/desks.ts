/** The desks of a board, as they are on disk. */
import { documentName, type BoardId, type ParticipantId } from '@samtavla/protocol';
import type { Logger } from 'pino';
import type * as Y from 'yjs';
import type { Participant, Storage } from '../storage/storage.ts';
import type { StoredDocuments } from '../sync/stored-documents.ts';

type Parts = {
  readonly storage: Pick<Storage, 'people'>;
  readonly documents: Pick<StoredDocuments, 'read'>;
  readonly log: Logger;
};

/**
 * What there is to see on each, with whose it is; a removed person's is not looked at.
 *
 * @param of whose alone; else everybody's
 */
export async function lookAtDesks<T>(
  { storage, documents, log }: Parts,
  board: BoardId,
  look: (desk: Y.Doc) => T,
  of?: ParticipantId,
): Promise<{ readonly writer: Participant; readonly seen: T }[]> {
  const people = await storage.people(board);
  const writers = people.filter(
    ({ participant, roles, isRemoved }) =>
      !isRemoved && (of ?? participant.id) === participant.id && roles.some((role) => role !== 'viewer'),
  );
  const found: { writer: Participant; seen: T }[] = [];
  for (const { participant: writer } of writers) {
    const desk = documentName({ board, kind: 'desk', owner: writer.id });
    try {
      found.push({ writer, seen: await documents.read(desk, look) });
    } catch (err) {
      // One that cannot be read keeps nobody else's back.
      log.error({ document: desk, err }, 'could not read a desk');
    }
  }
  return found;
}
