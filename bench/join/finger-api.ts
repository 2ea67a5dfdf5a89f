/**
 * What the bench puts into a phone's page: `pages/<subject>-finger.ts` gets through the door, and writes a note as soon as that can be
 * done. A person takes seconds for it, and as many with every subject: that is not what is measured.
 */

/** By the wall clock. */
export type Joined = {
  /** The address was called. */
  readonly openedAt: number;
  /** One was able to write; the note was written right after. */
  readonly readyAt: number;
};

declare global {
  var joined: Promise<Joined>;
}

export const NAME = 'Siri';
export const NOTE = 'Ingen buss etter klokka ni';
