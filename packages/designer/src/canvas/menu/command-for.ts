import type { Command } from "../../model/command/command.ts";
import { replaceKind } from "../../model/command/replace/replace-kind.ts";
import { addNode } from "../../model/command/structure/add-node.ts";
import { appendNode } from "../../model/command/structure/append-node.ts";
import { insertOnEdge } from "../../model/command/structure/insert-on-edge.ts";
import type { ElementType } from "../../model/element/element-type.ts";
import type { MenuPurpose } from "../canvas-ui.ts";

/** The command for what was chosen in a menu of steps. `free` is where a step without neighbours goes. */
export function commandFor(
  purpose: MenuPurpose,
  element: ElementType,
  free: { readonly container: string | null; readonly centre: { readonly x: number; readonly y: number } },
): Command {
  switch (purpose.type) {
    case "append":
      return element.kind === "boundary"
        ? addNode(element, { attachedTo: purpose.source })
        : appendNode(purpose.source, element, purpose.centre);
    case "insert":
      return insertOnEdge(purpose.edge, element);
    case "replace":
      return replaceKind(purpose.node, element);
    case "add":
      return addNode(element, free);
  }
}
