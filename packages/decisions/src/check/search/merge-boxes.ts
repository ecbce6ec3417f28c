import { union } from "../axis/region.ts";
import { type Box, withRegion } from "./box.ts";

/** Joins boxes that differ in one column only, so that a gap is told once and not in slices. */
export function mergeBoxes(boxes: readonly Box[]): Box[] {
  let merged = [...boxes];
  for (;;) {
    const before = merged.length;
    for (const column of merged[0]?.keys() ?? []) merged = mergedAlong(merged, column);
    if (merged.length === before) return merged;
  }
}

function mergedAlong(boxes: readonly Box[], column: number): Box[] {
  const byOthers = new Map<string, Box>();
  for (const box of boxes) {
    const key = JSON.stringify(withRegion(box, column, []));
    const known = byOthers.get(key);
    byOthers.set(key, known ? withRegion(known, column, union(known[column] ?? [], box[column] ?? [])) : box);
  }
  return [...byOthers.values()];
}
