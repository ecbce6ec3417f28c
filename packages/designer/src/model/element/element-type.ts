import type { BilingualText, Node } from "@flowright/definition";
import type { IconName } from "../../diagram/icon/icon-paths.ts";

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
  /** What most flows need: shown at once, everything else behind "More" and the search. */
  readonly common: boolean;
  /** Also the name that a new node gets. */
  readonly name: BilingualText;
  /** One sentence in the menu. */
  readonly hint: BilingualText;
  /** Other words that people search for. */
  readonly keywords: readonly string[];
  /** A step template of the workspace, and its version. */
  readonly template?: { readonly id: string; readonly version: number } | undefined;
  /** The drawing that it has instead of that of its kind. */
  readonly icon?: IconName | undefined;
  /** Whether an existing node is of this type. */
  is(node: Node): boolean;
  draft(): NodeDraft;
}

/** What is written down of an element; the rest follows from it. */
export interface ElementWords {
  readonly name: readonly [en: string, zh: string];
  readonly hint: readonly [en: string, zh: string];
  readonly keywords: readonly string[];
  readonly common?: boolean;
}

/** An element out of its words. Of several variants of a kind, `is` tells them apart. */
export function element(
  id: string,
  family: Family,
  words: ElementWords,
  draft: () => NodeDraft,
  is?: (node: Node) => boolean,
): ElementType {
  const { kind } = draft();
  return {
    id,
    kind,
    family,
    common: words.common === true,
    name: { en: words.name[0], "zh-CN": words.name[1] },
    hint: { en: words.hint[0], "zh-CN": words.hint[1] },
    keywords: words.keywords,
    is: is ?? ((node) => node.kind === kind),
    draft,
  };
}
