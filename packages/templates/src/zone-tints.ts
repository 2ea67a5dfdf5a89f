import type { ZoneKind, ZoneTint } from './template.ts';

/** The tint of a kind in the built-in templates, so that what one learns on one board holds on the next. */
export const TINTS = {
  current: 'blue',
  desired: 'green',
  measures: 'orange',
  rationale: 'violet',
  wise: 'yellow',
  other: 'grey',
} as const satisfies Readonly<Record<ZoneKind, ZoneTint>>;
