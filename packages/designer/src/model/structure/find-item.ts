import type { WorkflowDefinition } from "@flowright/definition";
import { indexOf } from "../document/index-of.ts";
import type { Branch, Item, Sequence, SplitItem, Tail } from "./tree.ts";
import { treeOf } from "./tree-of.ts";

/** An item where it stands. */
export interface Found {
  readonly item: Item;
  readonly sequence: Sequence;
  /** Its place among the items of the sequence. */
  readonly at: number;
  /** The branch that the sequence is the body of, and its split; null in a main column. */
  readonly around: { readonly split: Found; readonly branch: Branch } | null;
}

/** The item of a step: itself, the split that it begins, or the free item that it is in; null if there is none. */
export function findItem(definition: WorkflowDefinition, node: string): Found | null {
  const placed = indexOf(definition).nodes.get(node);
  if (!placed) return null;
  const tree = treeOf(definition, placed.parent?.id ?? null);
  for (const sequence of [tree.main, ...tree.asides]) {
    const found = within(sequence, node, null);
    if (found) return found;
  }
  return null;
}

function within(sequence: Sequence, node: string, around: Found["around"]): Found | null {
  for (const [at, item] of sequence.items.entries()) {
    const here: Found = { item, sequence, at, around };
    if (item.type === "free" ? item.nodes.includes(node) : item.node === node) return here;
    if (item.type !== "split") continue;
    if (item.join === node) return here;
    for (const branch of item.branches) {
      const inside = within(branch.body, node, { split: here, branch });
      if (inside) return inside;
    }
  }
  return null;
}

/** The lines to the place behind an item: those of what follows, or those by which its column ends. */
export function linesBehind({ sequence, at }: Pick<Found, "sequence" | "at">): readonly string[] {
  const next = sequence.items[at + 1];
  return next ? next.entry : tailLines(sequence.tail);
}

/** The lines by which a column ends; none where nothing follows. */
export function tailLines(tail: Tail): readonly string[] {
  if (tail.type === "joins") return tail.edges;
  return tail.type === "back" || tail.type === "elsewhere" ? [tail.edge] : [];
}

/** Where the branches of a split go on together; null if all end for themselves. */
export function targetBehind(definition: WorkflowDefinition, split: SplitItem, found: Found): string | null {
  if (split.join !== null) return split.join;
  const line = linesBehind(found)[0];
  return line === undefined ? null : (indexOf(definition).edges.get(line)?.edge.target ?? null);
}
