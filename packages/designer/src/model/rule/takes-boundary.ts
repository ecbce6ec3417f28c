import { isActivity, isContainer, type Node } from "@flowright/definition";
import type { ElementType } from "../element/element-type.ts";

/** Steps that are over at once: nothing can happen while they are open. */
const AT_ONCE: ReadonlySet<Node["kind"]> = new Set([
  "scriptTask",
  "businessRuleTask",
  "sendTask",
  "manualTask",
]);

/** Whether this event may sit on the edge of this step: the step can be open or fail in this way. */
export function takesBoundary(host: Node, element: ElementType): boolean {
  const draft = element.draft();
  if (draft.kind !== "boundary" || !isActivity(host)) return false;
  switch (draft.event.type) {
    case "compensation":
      return true;
    case "cancel":
      return host.kind === "transaction";
    case "error":
      return host.kind === "serviceTask" || host.kind === "callActivity" || isContainer(host);
    case "escalation":
      return isContainer(host);
    default:
      return !AT_ONCE.has(host.kind);
  }
}
