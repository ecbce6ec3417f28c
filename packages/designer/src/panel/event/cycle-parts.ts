/** A repetition as the panel shows it. */
export interface CycleParts {
  /** Null: for ever. */
  readonly times: number | null;
  /** An instant; empty: one period after the wait begins. */
  readonly start: string;
  readonly period: string;
}

/** Reads `R3/PT10M` or `R/2026-01-01T00:00:00Z/P1D`; null for anything else. */
export function cycleParts(cycle: string): CycleParts | null {
  const [whole, times = "", start = "", period = ""] =
    /^R(\d{0,9})\/(?:([^/]+)\/)?([^/]*)$/.exec(cycle) ?? [];
  return whole === undefined ? null : { times: times === "" ? null : Number(times), start, period };
}

export function cycleOf({ times, start, period }: CycleParts): string {
  return `R${times ?? ""}/${start === "" ? "" : `${start}/`}${period}`;
}
