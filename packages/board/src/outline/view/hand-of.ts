import type { Connection } from '../../session/connection.ts';
import { signatureOf } from '../../session/signature.ts';
import type { Hand } from '../hand.ts';

/** What a person on this connection writes with. */
export const handOf = ({ plan, canvas, desk, history, joined }: Connection): Hand => ({
  plan,
  canvas,
  desk,
  history,
  ...signatureOf(joined),
});
