import type { FeelValue } from "./feel-value.ts";

/** Named values. Where the entries come from JSON they are converted when they are read. */
export interface FeelContext {
  readonly kind: "context";
  /** undefined: there is no such entry. */
  get(name: string): FeelValue | undefined;
  names(): readonly string[];
}

/** A context over entries that are already values. */
export function contextOf(entries: ReadonlyMap<string, FeelValue>): FeelContext {
  return { kind: "context", get: (name) => entries.get(name), names: () => [...entries.keys()] };
}
