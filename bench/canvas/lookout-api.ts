/** What the bench asks of a page, be it ours or another's: `pages/lookout` answers, put into each before its own code. */
export type Camera = { readonly x: number; readonly y: number; readonly z: number };

/** Since the click that let the person in, milliseconds. */
export type Opening = { readonly synced: number; readonly painted: number };

/** Wall clock, milliseconds with fractions: comparable between pages of one machine. */
export type Sighting = { readonly stored: number; readonly drawn: number };

export type View = 'zoom 1' | 'between' | 'fit';

export type Lookout = {
  /** Watches from the next click on. `camera` is where the opening view will stand; null when that is to be found out. */
  arm(notes: number, camera: Camera | null): void;
  opening(): Promise<Opening>;
  camera(): Camera;
  /** Stands still on a view of this many notes. */
  look(view: View, notes: number): void;
  /** Selects the notes nearest the middle of the screen, and answers where the very nearest is. */
  select(count: number): { x: number; y: number };
  /** Makes a note; answers when. */
  create(type: string, x: number, y: number): number;
  /** Resolves when a note at this place is in the store, and when it is drawn. To be called before it is made. */
  watchFor(x: number, y: number): void;
  sighting(): Promise<Sighting>;
  startFrames(): void;
  /** The times between frames since the start, milliseconds. */
  stopFrames(): number[];
};

/** Dispatched by a page that knows when its store has everything; else the lookout looks. */
export const SYNCED = 'bench-synced';

declare global {
  var bench: Lookout;
}
