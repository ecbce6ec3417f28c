import type { FeelContext, FeelValue } from "./feel-value.ts";

/** A context over entries that are already values. */
export function contextOf(entries: ReadonlyMap<string, FeelValue>): FeelContext {
  return { kind: "context", get: (name) => entries.get(name), names: () => [...entries.keys()] };
}
