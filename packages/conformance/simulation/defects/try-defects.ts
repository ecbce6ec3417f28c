import { defects, TreeCopy } from "./tree-copy.ts";

/**
 * Plants each seeded defect in a copy of the product and tells how many worlds it took to find it. Gives the exit code:
 * 1 where one was not found in `most` worlds.
 */
export function tryDefects(parts: readonly string[], most: number): number {
  const chosen = defects().filter(
    ({ name }) => parts.length === 0 || parts.some((part) => name.includes(part)),
  );
  const copy = new TreeCopy();
  let missed = 0;
  try {
    for (const defect of chosen) {
      const found = copy.seedsNeeded(defect, most);
      if (found === null) missed++;
      console.log(
        found === null
          ? `${defect.name}: NOT FOUND in ${most} worlds`
          : `${defect.name}: found after ${found.seeds} worlds: ${found.rule}`,
      );
    }
  } finally {
    copy.remove();
  }
  console.log(`${chosen.length - missed} of ${chosen.length} defects were found`);
  return missed === 0 ? 0 : 1;
}
