import type { Node } from "@flowright/definition";
import { type InstanceState, offersOf } from "@flowright/engine";
import type { Caller } from "../../contract/caller.ts";
import type { LoadedProgram } from "../../turns/program-cache.ts";

/**
 * The steps of ad-hoc parts that are offered now and are for the caller: named in the flow, or for one of his roles.
 * Whoever is asked to do a step may begin it, and may read its case, as with a task.
 */
export function stepsOfferedTo(
  caller: Caller,
  { program, nodes }: LoadedProgram,
  state: InstanceState,
): readonly { readonly scope: number; readonly node: string }[] {
  return offersOf(program, state).filter(({ node }) => isFor(caller, nodes.get(node)));
}

/** Who a step is for can be known before it begins only where the flow itself says so. */
export function isFor(caller: Caller, node: Node | undefined): boolean {
  if (node?.kind !== "userTask" && node?.kind !== "approval") return false;
  const { who } = node;
  if (who?.type === "role") return caller.roles.includes(who.role);
  return who?.type === "people" && who.people.includes(caller.user);
}
