import type { Waiting } from "@flowright/client";
import type { Node } from "@flowright/definition";

/** What boundary events and event sub-processes listen for is no reason why a case stands still. */
export function isShownWait(
  nodes: ReadonlyMap<string, Node> | undefined,
  wait: Pick<Waiting, "kind" | "node">,
): boolean {
  if (wait.kind !== "timer" && wait.kind !== "message" && wait.kind !== "signal") return true;
  const kind = nodes?.get(wait.node)?.kind;
  return kind !== "boundary" && kind !== "start";
}
