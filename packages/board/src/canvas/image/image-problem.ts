import type { NoReason } from '../../session/ask.ts';

/** Why a file is no image for a board. */
export type Unusable = 'svg' | 'heic' | 'unreadable' | 'no-image' | 'too-large';

/** Why an image did not come onto the board: the file itself, no network, another board's, or what the server said. */
export type ImageProblem = Unusable | 'offline' | 'elsewhere' | NoReason;
