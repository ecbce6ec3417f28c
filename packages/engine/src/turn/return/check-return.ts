import type { Problem } from "@flowright/definition";
import { isActivity } from "@flowright/definition";
import type { InstanceState } from "../../contract/state.ts";
import { refusal } from "../../problem/render.ts";
import { programFor } from "../../program/added-steps.ts";
import type { NodeProgram, Program } from "../../program/program.ts";
import { unfolded } from "../../state/waiting-steps.ts";
import { nodesBefore } from "./paths.ts";
import { planReturn, type ReturnPlan, type ReturnWay } from "./plan-return.ts";

/** What a return would do, by the ids of steps, each once. */
export type ReturnCheck =
  | {
      readonly ok: true;
      /** Where work that is under way would end, the step that is returned from included. */
      readonly cancelled: readonly string[];
      /** Where work goes on, and joins where a branch counts as done. */
      readonly kept: readonly string[];
      /** What was completed and would be undone, in the order of undoing. */
      readonly undone: readonly string[];
    }
  | { readonly ok: false; readonly problem: Problem };

export interface ReturnTarget {
  readonly node: string;
  readonly ways: readonly ReturnWay[];
}

/** Tells beforehand what returning a task to an earlier step would cancel, keep and undo. Changes nothing. */
export function checkReturn(
  program: Program,
  given: InstanceState,
  task: number,
  to: string,
  way: ReturnWay,
): ReturnCheck {
  const state = unfolded(given);
  const token = tokenOfTask(state, task);
  if (token === null) return { ok: false, problem: refusal("task.not-open", { task }) };
  const planned = planReturn(programFor(program, state), state, token, to, way);
  if (!planned.ok) return planned;
  return { ok: true, ...told(state, planned.plan) };
}

function told(state: InstanceState, plan: ReturnPlan) {
  const { token, scope, cancelled, emptied, restored, undone } = plan;
  const ends = new Set([token, ...cancelled].flatMap((one) => [one, ...inside(state, one)]));
  const ended: string[] = [];
  const kept: string[] = [];
  for (const [id, { n, l }] of Object.entries(state.tokens)) {
    if (l === undefined) (ends.has(Number(id)) ? ended : kept).push(n);
  }
  for (const [join, edges] of Object.entries(state.scopes[scope]?.joins ?? {}))
    for (const edge of Object.keys(edges)) (emptied.has(edge) ? ended : kept).push(join);
  for (const { target } of restored) kept.push(target.id);
  const undoing = [...undone].reverse().flatMap(namesOf);
  return { cancelled: [...new Set(ended)], kept: [...new Set(kept)], undone: [...new Set(undoing)] };
}

/** Tokens in the scopes below a token. */
function inside(state: InstanceState, token: number): number[] {
  return Object.keys(state.tokens)
    .map(Number)
    .filter((one) => state.scopes[state.tokens[one]?.s ?? -1]?.parent === token)
    .flatMap((one) => [one, ...inside(state, one)]);
}

/** A step that is still under way is not undone itself, only what was completed in it. */
function namesOf({ n, open, times, undo = [] }: ReturnPlan["undone"][number]): string[] {
  if (times !== undefined) return [...times].reverse().flatMap(namesOf);
  return open ? [...undo].reverse().flatMap(namesOf) : [n];
}

/** The steps to which a task can be returned, the nearest first; those around a sub-process come after those inside. */
export function returnTargets(program: Program, state: InstanceState, task: number): ReturnTarget[] {
  const { nodes } = programFor(program, state);
  const token = tokenOfTask(state, task);
  const found: ReturnTarget[] = [];
  for (let at = token; at !== null; ) {
    const standing: InstanceState["tokens"][string] | undefined = state.tokens[at];
    const node = nodes.get(standing?.n ?? "");
    if (standing === undefined || node === undefined || standing.u !== undefined) break;
    const scope: InstanceState["scopes"][string] | undefined = state.scopes[standing.s];
    const ways: ReturnWay[] = at === token && standing.j === undefined ? ["walk", "jump"] : ["walk"];
    if (scope?.i === undefined) for (const step of stepsBefore(node)) found.push({ node: step.id, ways });
    at = scope?.parent ?? null;
  }
  return found;
}

function stepsBefore(node: NodeProgram): NodeProgram[] {
  return [...nodesBefore(node)].filter((one) => isActivity(one.node));
}

function tokenOfTask(state: InstanceState, task: number): number | null {
  for (const [id, { w }] of Object.entries(state.tokens)) {
    const open = w?.tasks ?? {};
    if (Object.hasOwn(open, task) && open[task]?.t !== "r") return Number(id);
  }
  return null;
}
