import { PencilBoardIcon, PersonPlusIcon } from '@navikt/aksel-icons';
import * as m from '../i18n/generated/messages.js';

type Props = { arrangingZones: boolean; onArrangeZones: () => void; onShare: () => void };

/** What facilitators have at hand in the bar, where there is room. */
export const FacilitatorButtons = ({ arrangingZones, onArrangeZones, onShare }: Props) => (
  <>
    <button
      type="button"
      className="ds-button"
      data-variant="tertiary"
      aria-pressed={arrangingZones}
      onClick={onArrangeZones}
    >
      <PencilBoardIcon aria-hidden />
      {m.arrange_zones()}
    </button>
    <button type="button" className="ds-button" onClick={onShare}>
      <PersonPlusIcon aria-hidden />
      {m.share()}
    </button>
  </>
);
