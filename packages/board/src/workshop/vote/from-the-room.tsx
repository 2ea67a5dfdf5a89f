import type { RecordId, StageCommand } from '@samtavla/protocol';
import { MinusIcon, PlusIcon } from '@navikt/aksel-icons';
import * as m from '../../i18n/generated/messages.js';

type Props = {
  /** What it is added to: a record, or a number of fingers. */
  record: RecordId;
  /** How many have been added to it. */
  count: number;
  more: string;
  less: string;
  /** Null for who does not lead. */
  command: ((command: StageCommand) => void) | null;
};

/** What was counted in the room, told apart from the ballots. */
export function FromTheRoom({ record, count, more, less, command }: Props) {
  const turn = (dots: number) => command?.({ type: 'vote.add', record, dots });
  return (
    <>
      {count > 0 && <span className="vote-added">{m.vote_added({ count })}</span>}
      {command !== null && (
        <>
          <button
            type="button"
            className="ds-button"
            data-variant="tertiary"
            data-icon="true"
            aria-label={less}
            aria-disabled={count === 0}
            onClick={() => turn(-1)}
          >
            <MinusIcon aria-hidden />
          </button>
          <button
            type="button"
            className="ds-button"
            data-variant="tertiary"
            data-icon="true"
            aria-label={more}
            onClick={() => turn(1)}
          >
            <PlusIcon aria-hidden />
          </button>
        </>
      )}
    </>
  );
}
