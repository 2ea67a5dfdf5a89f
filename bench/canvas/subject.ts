/** What a scenario needs to know of a subject whose pages it opens. */
import type { Page } from '@playwright/test';
import type { Program } from '../lib/scenario.ts';
import type { SampleNote } from './content.ts';
import type { Camera } from './lookout-api.ts';

/** A board with its notes on it. */
export type FullBoard = {
  /** Brings a page to the door: everything is loaded, and one click lets in. */
  goToDoor(page: Page, camera: Camera): Promise<void>;
  enter(page: Page): Promise<void>;
  /** How large the document is that the server keeps, encoded: bytes. */
  documentBytes(): Promise<number>;
  close(): void;
};

export type CanvasSubject = Program & {
  /** What tldraw calls a note of its. */
  readonly noteType: string;
  makeBoard(port: number, content: readonly SampleNote[]): Promise<FullBoard>;
};
