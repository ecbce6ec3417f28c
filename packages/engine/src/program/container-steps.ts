import { isActivity } from "@flowright/definition";
import { linkOf } from "../machine/create-scope-machine.ts";
import type { NodeProgram, ScopeProgram } from "./program.ts";

/** Kinds that begin by themselves, or end. */
const NO_STEPS: ReadonlySet<NodeProgram["kind"]> = new Set(["start", "end", "boundary", "eventSubProcess"]);

const startable = new WeakMap<ScopeProgram, readonly NodeProgram[]>();
const dependents = new WeakMap<ScopeProgram, ReadonlyMap<NodeProgram, readonly NodeProgram[]>>();

/** The steps of an ad-hoc sub-process that can be begun: no edge leads to them, and none undoes another. */
export function startableIn(scope: ScopeProgram): readonly NodeProgram[] {
  let known = startable.get(scope);
  if (known === undefined) {
    const handlers = new Set(scope.nodes.map(({ handler }) => handler?.target));
    known = scope.nodes.filter(
      (node) =>
        node.incoming.length === 0 &&
        !NO_STEPS.has(node.kind) &&
        !handlers.has(node) &&
        (node.kind !== "catch" || linkOf(node) === null),
    );
    startable.set(scope, known);
  }
  return known;
}

/** The steps of a plan; boundary events at them are none. */
export function planStepsIn({ nodes }: ScopeProgram): readonly NodeProgram[] {
  return nodes.filter(({ node }) => isActivity(node));
}

/** The steps of a plan that wait for a step. */
export function dependentsOf(step: NodeProgram): readonly NodeProgram[] {
  let known = dependents.get(step.scope);
  if (known === undefined) {
    const found = new Map<NodeProgram, NodeProgram[]>();
    for (const node of step.scope.nodes)
      for (const { step: before } of node.dependsOn) found.set(before, [...(found.get(before) ?? []), node]);
    known = found;
    dependents.set(step.scope, known);
  }
  return known.get(step) ?? [];
}
