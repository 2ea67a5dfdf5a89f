/** Milliseconds with fractions: comparable between the processes and pages of one machine. */
export const wallClock = (): number => performance.timeOrigin + performance.now();
