import type { Item, Sequence } from "./tree.ts";

/** Ids of the steps in a column, its branches included, from above; what is inside blocks is not looked into. */
export function nodesInSequence({ items }: Sequence): string[] {
  return items.flatMap(nodesOfItem);
}

/** Ids of the steps that an item stands for. */
export function nodesOfItem(item: Item): string[] {
  switch (item.type) {
    case "step":
      return [item.node];
    case "free":
      return [...item.nodes];
    case "split":
      return [
        ...(item.node === null ? [] : [item.node]),
        ...item.branches.flatMap(({ body }) => nodesInSequence(body)),
        ...(item.join === null ? [] : [item.join]),
      ];
  }
}
