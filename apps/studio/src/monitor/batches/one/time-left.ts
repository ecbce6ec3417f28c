/** How many cases had had their turn at a moment in milliseconds. */
export interface Sample {
  readonly at: number;
  readonly settled: number;
}

/** Samples that the speed is taken from: the last seconds, since a pause makes older ones untrue. */
const KEPT = 10;

/** The samples with a new one; where the count did not move on, as in a pause, the old ones are forgotten. */
export function sampled(samples: readonly Sample[], next: Sample): readonly Sample[] {
  const last = samples.at(-1);
  if (last === undefined || next.settled < last.settled) return [next];
  if (next.settled === last.settled) return next.at - last.at > 5_000 ? [next] : samples;
  return [...samples.slice(1 - KEPT), next];
}

/** Milliseconds until the rest is done at the speed of the samples; null where that is not known yet. */
export function timeLeft(samples: readonly Sample[], left: number): number | null {
  const [first] = samples;
  const last = samples.at(-1);
  if (first === undefined || last === undefined || last.settled === first.settled) return null;
  return (left * (last.at - first.at)) / (last.settled - first.settled);
}
