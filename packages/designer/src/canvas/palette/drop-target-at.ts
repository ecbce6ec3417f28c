import { isContainer, type WorkflowDefinition } from "@flowright/definition";
import { indexOf } from "../../model/document/index-of.ts";
import type { ElementType } from "../../model/element/element-type.ts";
import type { DropTarget } from "../../model/rule/can-drop.ts";
import type { PlaceForNew } from "../use-place-for-new.ts";

/** What lies under a point of the window: a line, a step, free ground, or nothing of the canvas (null). */
export function dropTargetAt(
  definition: WorkflowDefinition,
  element: ElementType,
  at: { readonly x: number; readonly y: number },
  placeForNew: (client: { x: number; y: number }) => PlaceForNew,
): DropTarget | null {
  const under = document.elementsFromPoint(at.x, at.y);
  if (!under.some((each) => each.classList.contains("react-flow"))) return null;
  if (under.some((each) => each.closest(".fw-palette, .fw-problems, .fw-toolbar") !== null)) return null;
  const index = indexOf(definition);
  for (const each of under) {
    const step = each.closest<HTMLElement>(".react-flow__node")?.dataset["id"];
    const node = step === undefined ? undefined : index.nodes.get(step)?.node;
    // An open sub-process is ground to stand on, unless an event is to sit on its edge.
    const ground = node && isContainer(node) && !node.collapsed && element.kind !== "boundary";
    if (node && !ground) return { type: "step", step: node.id };
    const edge = each.closest<SVGElement>(".react-flow__edge")?.dataset["id"];
    if (edge !== undefined && index.edges.has(edge)) return { type: "edge", edge };
    if (node) break;
  }
  const near = nearestEdge(at);
  if (near !== null && index.edges.has(near) && element.kind !== "boundary")
    return { type: "edge", edge: near };
  return { type: "container", container: placeForNew({ x: at.x, y: at.y }).container };
}

/** The line within a finger's width, so that one need not aim at two pixels. */
function nearestEdge(at: { readonly x: number; readonly y: number }): string | null {
  const reach = 16;
  for (const [dx, dy] of [
    [0, -reach],
    [0, reach],
    [-reach, 0],
    [reach, 0],
  ] as const) {
    for (const each of document.elementsFromPoint(at.x + dx, at.y + dy)) {
      const edge = each.closest<SVGElement>(".react-flow__edge")?.dataset["id"];
      if (edge !== undefined) return edge;
      if (each.closest(".react-flow__node")) break;
    }
  }
  return null;
}
