import * as m from '../../i18n/generated/messages.js';

/** The most agreeing first: a hand that is raised whole. */
export const FINGER_COUNTS = [5, 4, 3, 2, 1] as const;
export type FingerCount = (typeof FINGER_COUNTS)[number];

export const FINGER_WORDS: Readonly<Record<FingerCount, () => string>> = {
  5: m.fingers_5,
  4: m.fingers_4,
  3: m.fingers_3,
  2: m.fingers_2,
  1: m.fingers_1,
};
