import { isContainer, type Node, type WorkflowDefinition } from "@flowright/definition";
import { indexOf } from "../../model/document/index-of.ts";
import type { ElementType } from "../../model/element/element-type.ts";
import { ELEMENT_TYPES, elementTypeOf } from "../../model/element/element-types.ts";
import { canDrop } from "../../model/rule/can-drop.ts";
import { canStand } from "../../model/rule/can-stand.ts";
import { isAwaited } from "../../model/rule/connection/events-after-event-gateway.ts";
import { undoesSomething } from "../../model/rule/connection/undone-by-one-step.ts";
import { canInsertAt } from "../../model/structure/edit/insert-at.ts";
import type { MenuPurpose } from "../canvas-ui.ts";

/** The elements that may be chosen for this purpose, in their order. */
export function allowedElements(
  definition: WorkflowDefinition,
  purpose: MenuPurpose,
  elements: readonly ElementType[] = ELEMENT_TYPES,
): readonly ElementType[] {
  switch (purpose.type) {
    case "insert":
      return elements.filter(
        (element) => canDrop(definition, element, { type: "edge", edge: purpose.edge }) === true,
      );
    case "append":
      return elements.filter((element) => appendable(definition, purpose.source, element));
    case "replace":
      return elements.filter((element) => replaceable(definition, purpose.node, element));
    case "gap":
      return elements.filter((element) => canInsertAt(definition, purpose.gap, element));
    case "branch":
      return elements.filter(
        (element) => element.kind !== "boundary" && appendable(definition, purpose.source, element),
      );
    case "attach":
      return elements.filter(
        (element) =>
          element.kind === "boundary" &&
          canDrop(definition, element, { type: "step", step: purpose.step }) === true,
      );
    case "into":
      return elements.filter(
        (element) => element.kind !== "boundary" && canStand(definition, element, purpose.container) === true,
      );
    case "add":
      return elements.filter(
        (element) => element.kind !== "boundary" && canStand(definition, element, null) === true,
      );
  }
}

function appendable(definition: WorkflowDefinition, source: string, element: ElementType): boolean {
  const index = indexOf(definition);
  const placed = index.nodes.get(source);
  if (!placed) return false;
  const { node, parent } = placed;
  if (element.kind === "boundary") {
    return canDrop(definition, element, { type: "step", step: source }) === true;
  }
  const made = { id: "", ...element.draft() } as Node;
  const arrives = made.kind === "catch" && made.event.type === "link";
  if (element.kind === "start" || element.kind === "eventSubProcess" || arrives) return false;
  if (node.kind === "eventSubProcess" || undoesSomething(node, index)) return false;
  if (node.kind === "eventBased" && !isAwaited(made)) return false;
  if (parent?.kind === "plan" && node.kind === "boundary") return false;
  return canStand(definition, element, parent?.id ?? null) === true;
}

/** Starts become starts, ends ends, blocks blocks, events on an edge such events; the rest is free. */
function replaceable(definition: WorkflowDefinition, id: string, element: ElementType): boolean {
  const placed = indexOf(definition).nodes.get(id);
  if (!placed || element === elementTypeOf(placed.node)) return false;
  if (sort(placed.node) !== sort({ id: "", attachedTo: "", ...element.draft() } as Node)) return false;
  if (placed.node.kind === "boundary") {
    return canDrop(definition, element, { type: "step", step: placed.node.attachedTo }) === true;
  }
  return canStand(definition, element, placed.parent?.id ?? null) === true;
}

function sort(node: Node): string {
  if (isContainer(node)) return "block";
  return ["start", "end", "boundary"].includes(node.kind) ? node.kind : "step";
}
