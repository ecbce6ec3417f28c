import type { BilingualText, Node } from "@flowright/definition";

/** Groups of the palette; one colour each on the canvas. */
export type Family = "event" | "people" | "system" | "decision" | "container";

/** A node without what the place in a document gives it. */
export type NodeDraft = Node extends infer Each
  ? Each extends Node
    ? Omit<Each, "id" | "name" | "position" | "attachedTo">
    : never
  : never;

/** Something that can be taken from the palette: a kind of node, in one of its variants. */
export interface ElementType {
  /** Stable, e.g. `userTask`, `timerCatch`. */
  readonly id: string;
  readonly kind: Node["kind"];
  readonly family: Family;
  /** Also the name that a new node gets. */
  readonly name: BilingualText;
  /** One sentence in the menu. */
  readonly hint: BilingualText;
  /** Other words that people search for. */
  readonly keywords: readonly string[];
  /** Whether an existing node is of this type. */
  is(node: Node): boolean;
  draft(): NodeDraft;
}
