import type { Problem, WorkflowDefinition } from "@flowright/definition";
import { updateEdge } from "../../model/command/content/update-edge.ts";
import { type NodePatch, updateNode } from "../../model/command/content/update-node.ts";
import { addNode } from "../../model/command/structure/add-node.ts";
import { addOtherwise } from "../../model/command/structure/add-otherwise.ts";
import { appendNode } from "../../model/command/structure/append-node.ts";
import { deleteSelection } from "../../model/command/structure/delete-selection.ts";
import { indexOf } from "../../model/document/index-of.ts";
import { endNone } from "../../model/element/ends.ts";
import { startNone } from "../../model/element/starts.ts";
import type { QuickFix } from "./quick-fix.ts";
import { repairOf } from "./repair-of.ts";

type FixFor = (definition: WorkflowDefinition, id: string) => QuickFix | readonly QuickFix[] | null;

const deleteLine: FixFor = (definition, id) =>
  indexOf(definition).edges.has(id)
    ? { text: "deleteLine", command: deleteSelection([id], { heal: false }) }
    : null;

const deleteStep: FixFor = (_, id) => ({
  text: "deleteStep",
  command: deleteSelection([id], { heal: false }),
});

/** Takes a setting away that has no place where it is. */
const clear =
  (text: QuickFix["text"], patch: Record<string, undefined>): FixFor =>
  (definition, id) =>
    indexOf(definition).edges.has(id)
      ? { text, command: updateEdge(id, patch) }
      : { text, command: updateNode(id, patch as NodePatch) };

const FIXES: Readonly<Record<string, FixFor>> = {
  "gateway.no-default": (definition, id) => {
    const branches = indexOf(definition).outgoing.get(id) ?? [];
    const last = branches.at(-1);
    const add: QuickFix = { text: "addOtherwise", command: addOtherwise(id) };
    // With one branch left, making that one "otherwise" would send every case there.
    if (!last || branches.length < 2) return [add];
    return [{ text: "otherwiseLast", command: updateEdge(last.id, { default: true }) }, add];
  },
  "gateway.condition-missing": (definition, id) => {
    const { edges, outgoing } = indexOf(definition);
    const edge = edges.get(id)?.edge;
    if (!edge || (outgoing.get(edge.source) ?? []).some((each) => each.default)) return null;
    return { text: "otherwiseLast", command: updateEdge(id, { default: true }) };
  },
  "gateway.default-condition": (_, id) => ({
    text: "clearCondition",
    command: updateEdge(id, { condition: undefined }),
  }),
  "node.dead-end": (_, id) => ({ text: "addEnd", command: appendNode(id, endNone) }),
  "node.unreachable": deleteStep,
  "start.missing": (definition, id) => ({
    text: "addStart",
    command: addNode(startNone, {
      container: indexOf(definition).nodes.has(id) ? id : null,
      centre: { x: 60, y: 100 },
    }),
  }),
  "approval.outcome-missing": (_, id) => ({ text: "addRejected", command: appendNode(id, endNone) }),
  "edge.dependency-misplaced": (_, id) => ({
    text: "clearDependency",
    command: updateEdge(id, { dependency: undefined }),
  }),
  "plan.line-choice": (_, id) => ({
    text: "clearCondition",
    command: updateEdge(id, { condition: undefined, outcome: undefined, default: undefined }),
  }),
  "ad-hoc.start-or-end": deleteStep,
  "plan.optional-misplaced": (_, id) => ({
    text: "notOptional",
    command: updateNode(id, { optional: undefined } as NodePatch),
  }),
  "edge.source-unknown": deleteLine,
  "edge.target-unknown": deleteLine,
  "edge.crosses-container": deleteLine,
  "start.incoming": deleteLine,
  "end.outgoing": deleteLine,
  "edge.condition-misplaced": clear("clearCondition", { condition: undefined }),
  "edge.default-misplaced": clear("clearOtherwise", { default: undefined }),
  "edge.outcome-misplaced": clear("clearOutcome", { outcome: undefined }),
  "boundary.cancel-continues": clear("clearContinues", { interrupting: undefined }),
  "boundary.error-continues": clear("clearContinues", { interrupting: undefined }),
  "event-sub-process.always-interrupts": clear("clearContinues", { interrupting: undefined }),
  "start.interrupting-misplaced": clear("clearContinues", { interrupting: undefined }),
  "end.cancel-misplaced": clear("clearResult", { result: undefined }),
  "start.trigger-misplaced": clear("clearTrigger", { trigger: undefined }),
};

/** The quick fixes for a problem, the most likely first. */
export function quickFixes(definition: WorkflowDefinition, problem: Problem): readonly QuickFix[] {
  const repair = repairOf(problem);
  if (repair) return [repair];
  const fixes = FIXES[problem.code]?.(definition, problem.node ?? "") ?? [];
  return "command" in fixes ? [fixes] : fixes;
}
