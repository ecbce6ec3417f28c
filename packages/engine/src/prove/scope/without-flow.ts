import { isActivity, type Node } from "@flowright/definition";
import type { ProofMove } from "../proof.ts";
import {
  addFailures,
  addMoves,
  type Exits,
  exitsOfTask,
  leavingActivity,
  type WorkFailure,
} from "./exits.ts";
import { PlanSteps } from "./plan-steps.ts";
import type { ScopeProof } from "./scope-proof.ts";
import type { ScopeTree } from "./scope-tree.ts";
import { isWork } from "./work.ts";

/**
 * A plan has no circles and so always ends; an ad-hoc container ends when people say so. Their steps stand for
 * themselves: only what is inside of them is looked at.
 */
export function withoutFlow(scope: ScopeTree, exitsOf: (container: string) => Exits | null): ScopeProof {
  const { container } = scope;
  const begins = container?.kind === "plan" || container?.kind === "adHoc";
  const byHand = container?.kind === "adHoc" && container.start !== "all";
  const plan = container?.kind === "plan" ? new PlanSteps(scope, exitsOf) : null;
  const dead = plan?.neverBegun() ?? [];
  const ends = begins && (plan === null || plan.mayEnd());
  const done: ProofMove[] = [];
  const errors = new Map<string, readonly ProofMove[]>();
  const escalations = new Map<string, readonly ProofMove[]>();
  const failures: WorkFailure[] = [];
  for (const node of inOrder(scope)) {
    if (!isActivity(node) || dead.includes(node.id)) continue;
    if (isWork(node) && !byHand) done.push(...doing(node, exitsOf(node.id)));
    const left = leavingActivity(scope, node, exitsOf(node.id));
    addFailures(failures, left.failures, []);
    for (const [code, moves] of left.errors) addMoves(errors, code, moves);
    for (const [code, moves] of left.escalations) addMoves(escalations, code, moves);
  }
  if (container?.kind === "adHoc") done.push({ do: "complete", node: container.id });
  return {
    findings: [],
    dead,
    exits: {
      done: ends ? done : null,
      dooms: [],
      errors,
      failures,
      escalations,
      cancel: null,
      waits: plan?.isOverAtOnce() !== true,
      ...(plan?.isOverAtOnce() ? { overAtOnce: true } : {}),
    },
    openings: new Map(
      [...scope.children.keys()].flatMap((id) => (dead.includes(id) ? [] : [[id, []] as const])),
    ),
    movesTo: (node) => (dead.includes(node) ? null : []),
    complete: true,
    states: 0,
  };
}

function doing(node: Node, exits: Exits | null): readonly ProofMove[] {
  if (node.kind === "receiveTask") return [{ do: "message", node: node.id }];
  return exits?.done ?? exitsOfTask(node).done ?? [];
}

/** Nodes behind those that lead to them; what goes round in circles last. */
function inOrder(scope: ScopeTree): Node[] {
  const open = new Map([...scope.nodes.keys()].map((id) => [id, scope.incoming(id).length]));
  const ready = [...open.keys()].filter((id) => open.get(id) === 0);
  for (const id of ready) {
    for (const { target } of scope.outgoing(id)) {
      const left = (open.get(target) ?? 1) - 1;
      open.set(target, left);
      if (left === 0) ready.push(target);
    }
  }
  const all = new Set([...ready, ...scope.nodes.keys()]);
  return [...all].flatMap((id) => scope.nodes.get(id) ?? []);
}

/** A scope that is too large to look at: everything in it may be done. */
export function unexplored(scope: ScopeTree): ScopeProof {
  return {
    ...withoutFlow(scope, () => null),
    complete: false,
    exits: { ...withoutFlow(scope, () => null).exits, done: [] },
  };
}
