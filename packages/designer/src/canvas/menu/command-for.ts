import type { Command } from "../../model/command/command.ts";
import { replaceKind } from "../../model/command/replace/replace-kind.ts";
import { addNode } from "../../model/command/structure/add-node.ts";
import { appendNode } from "../../model/command/structure/append-node.ts";
import { insertOnEdge } from "../../model/command/structure/insert-on-edge.ts";
import type { ElementType } from "../../model/element/element-type.ts";
import { PADDING } from "../../model/geometry/size-of.ts";
import { addBranch } from "../../model/structure/edit/add-branch.ts";
import { insertAt } from "../../model/structure/edit/insert-at.ts";
import type { MenuPurpose } from "../canvas-ui.ts";

/** The middle of the first card in a block; what stands there already pushes the new one down. */
const FIRST_INSIDE = { x: PADDING.left + 110, y: PADDING.top + 32 };

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
    case "gap":
      return insertAt(purpose.gap, element);
    case "branch":
      return addBranch(purpose.source, element);
    case "attach":
      return addNode(element, { attachedTo: purpose.step });
    case "into":
      return addNode(element, { container: purpose.container, centre: FIRST_INSIDE });
    case "add":
      return addNode(element, free);
  }
}
