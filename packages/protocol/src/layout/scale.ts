/** The lowest and the highest one may say, of fingers, effect and effort. */
export const SCALE = { least: 1, most: 5 } as const;
