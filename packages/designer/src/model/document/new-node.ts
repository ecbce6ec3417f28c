import type { Node } from "@flowright/definition";
import type { ElementType } from "../element/element-type.ts";

/** A new step with the name and the settings of its type. A sub-process comes with a start and an end. */
export function newNode(
  element: ElementType,
  newId: (prefix: string) => string,
  place: { readonly position?: { x: number; y: number }; readonly attachedTo?: string },
): Node {
  const draft = element.draft();
  const node = {
    id: newId(element.kind),
    ...draft,
    ...(isNamed(element) ? { name: { en: element.name.en, "zh-CN": element.name["zh-CN"] } } : {}),
    ...(place.position ? { position: place.position } : {}),
    ...(place.attachedTo === undefined ? {} : { attachedTo: place.attachedTo }),
  } as Node;
  if (node.kind !== "subProcess") return node;
  const start = newId("start");
  const end = newId("end");
  return {
    ...node,
    nodes: [
      { id: start, kind: "start" },
      { id: end, kind: "end" },
    ],
    edges: [{ id: newId("edge"), source: start, target: end }],
  };
}

/** Gateways that only split or join need no name. */
function isNamed(element: ElementType): boolean {
  return element.kind !== "parallel" && element.kind !== "eventBased";
}
