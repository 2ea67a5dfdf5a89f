import type { RecordId } from '@samtavla/protocol';
import { useState } from 'react';
import * as m from '../../i18n/generated/messages.js';
import { layInOrder } from '../../outline/commands.ts';
import { handOf } from '../../outline/view/hand-of.ts';
import type { Connection } from '../../session/connection.ts';

type Props = { connection: Connection; order: readonly { readonly id: RecordId }[] };

/** Lays the notes on the board as the result has them, in one step to undo. */
export function LayInOrder({ connection, order }: Props) {
  const [isLaid, setIsLaid] = useState(false);
  const lay = () => {
    layInOrder(
      handOf(connection),
      order.map(({ id }) => id),
    );
    setIsLaid(true);
  };
  return (
    <>
      <button type="button" className="ds-button" data-variant="secondary" onClick={lay}>
        {m.vote_lay()}
      </button>
      <output>{isLaid && m.vote_laid()}</output>
    </>
  );
}
