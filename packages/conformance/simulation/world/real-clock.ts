/** The platform's own, kept before the world takes its place. */
export const realImmediate = setImmediate;

const now = performance.now.bind(performance);

/** Milliseconds of the real clock, for measuring. */
export function realMilliseconds(): number {
  return now();
}
