/** Something with a mark to reach, measured several times. */
export interface Figure {
  readonly what: string;
  readonly unit: string;
  readonly mark: { readonly least: number } | { readonly most: number };
  readonly values: readonly number[];
}

export interface Spread {
  readonly min: number;
  readonly median: number;
  readonly max: number;
}

/** Smallest, middle and greatest of some values; of an even number the lower of the two in the middle. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  return {
    min: sorted[0] ?? Number.NaN,
    median: sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN,
    max: sorted.at(-1) ?? Number.NaN,
  };
}

/** Whether the median is on the right side of the mark. */
export function reached({ mark, values }: Figure): boolean {
  const { median } = spreadOf(values);
  return "least" in mark ? median >= mark.least : median <= mark.most;
}

/** Value by value, as measured in the same rounds. */
export function ratios(ours: readonly number[], theirs: readonly number[]): number[] {
  return ours.map((value, round) => value / (theirs[round] ?? Number.NaN));
}
