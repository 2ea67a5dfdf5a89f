import type { Vote } from '@samtavla/protocol';
import * as m from '../../i18n/generated/messages.js';

/** With how many dots one votes where nothing else is said. */
export const USUAL = { dots: 3, most: 1 };

export const VOTE_KIND_NAMES: Readonly<Record<Vote['kind'], () => string>> = {
  dots: m.vote_kind_dots,
  fingers: m.vote_kind_fingers,
  rating: m.vote_kind_rating,
};
