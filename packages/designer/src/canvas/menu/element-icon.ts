import type { Node } from "@flowright/definition";
import { iconOf } from "../../diagram/icon/icon-of.ts";
import type { IconName } from "../../diagram/icon/icon-paths.ts";
import type { ElementType } from "../../model/element/element-type.ts";

/** The drawing of an element in palette and menus; plain circles have one of their own there. */
export function elementIcon(element: ElementType): IconName {
  if (element.icon) return element.icon;
  const node = { id: "", attachedTo: "", ...element.draft() } as Node;
  const icon = iconOf(node);
  if (icon !== null) return icon;
  if (node.kind === "throw") return "milestone";
  return node.kind === "end" ? "end" : "start";
}
