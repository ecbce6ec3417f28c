import type { WorkflowDefinition } from "@flowright/definition";
import { indexOf } from "../../model/document/index-of.ts";
import type { ElementType } from "../../model/element/element-type.ts";
import { ELEMENT_TYPES, elementTypeOf } from "../../model/element/element-types.ts";
import { canDrop, takesBoundary } from "../../model/rule/can-drop.ts";
import type { MenuPurpose } from "../canvas-ui.ts";

/** The elements that may be chosen for this purpose, in the order of the palette. */
export function allowedElements(
  definition: WorkflowDefinition,
  purpose: MenuPurpose,
): readonly ElementType[] {
  const { nodes } = indexOf(definition);
  switch (purpose.type) {
    case "insert":
      return ELEMENT_TYPES.filter(
        (element) => canDrop(definition, element, { type: "edge", edge: purpose.edge }) === true,
      );
    case "append": {
      const source = nodes.get(purpose.source)?.node;
      return ELEMENT_TYPES.filter((element) => {
        if (element.kind === "boundary") return source !== undefined && takesBoundary(source);
        if (element.kind === "start") return false;
        if (source?.kind === "eventBased") return element.kind === "catch" || element.kind === "receiveTask";
        return true;
      });
    }
    case "replace": {
      const node = nodes.get(purpose.node)?.node;
      if (!node) return [];
      const now = elementTypeOf(node);
      return ELEMENT_TYPES.filter(
        (element) => element !== now && replaceable(now, element) && element.kind !== "subProcess",
      );
    }
    case "add":
      return ELEMENT_TYPES.filter((element) => element.kind !== "boundary");
  }
}

/** Starts become starts, ends ends, edge events edge events; everything in between is free. */
function replaceable(from: ElementType, to: ElementType): boolean {
  const fixed = ["start", "end", "boundary"];
  if (fixed.includes(from.kind) || fixed.includes(to.kind)) return from.kind === to.kind;
  return from.kind !== "subProcess";
}
