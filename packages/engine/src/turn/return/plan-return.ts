import { isActivity, type Problem } from "@flowright/definition";
import type { Completed, InstanceState, ScopeState } from "../../contract/state.ts";
import { refusal } from "../../problem/render.ts";
import type { EdgeProgram, NodeProgram, Program } from "../../program/program.ts";
import { arrivalsAt, restAt } from "../../state/apply-event.ts";
import { canComeBy } from "../join/reach.ts";
import { openCompletion } from "../undo/open-completions.ts";
import { nodesAfter } from "./paths.ts";

export type Standing = Pick<InstanceState, "scopes" | "tokens">;
export type ReturnWay = "walk" | "jump";

/** A return, worked out but not yet done. */
export interface ReturnPlan {
  /** The token that goes to the step, and the scope where it does. */
  readonly token: number;
  readonly scope: number;
  readonly to: NodeProgram;
  /** The step to which it goes straight back afterwards; null where it walks. */
  readonly back: string | null;
  /** Other tokens of the scope that end. */
  readonly cancelled: readonly number[];
  /** Edges of joins whose counted tokens are gone. */
  readonly emptied: ReadonlySet<string>;
  /** Edges of joins by which a branch had delivered, or by which none is awaited any more. */
  readonly restored: readonly EdgeProgram[];
  /** What is undone before the step opens, oldest first. */
  readonly undone: readonly Completed[];
}

type Planned =
  | { readonly ok: true; readonly plan: ReturnPlan }
  | { readonly ok: false; readonly problem: Problem };

/** What a return from the step of a token to an earlier one does, or why it cannot be. */
export function planReturn(
  program: Program,
  state: Standing,
  token: number,
  to: string,
  way: ReturnWay,
): Planned {
  const target = program.nodes.get(to);
  if (target === undefined) return refused("return.unknown", to);
  if (!isActivity(target.node)) return refused("return.not-a-step", to);
  const at = tokenBeside(program, state, token, target);
  if (at === "undoing") return refused("return.undoing", to);
  const from = at === null ? undefined : program.nodes.get(state.tokens[at]?.n ?? "");
  if (at === null || from === undefined) return refused("return.elsewhere", to);
  if (!nodesAfter(target).has(from)) return refused("return.not-before", to);
  const scope = state.tokens[at]?.s ?? 0;
  if (way === "walk") return { ok: true, plan: walk(program, state, at, scope, target) };
  if (at !== token) return refused("return.jump-outside", to);
  if (state.tokens[at]?.j !== undefined) return refused("return.jump-twice", to);
  const none = { cancelled: [], emptied: new Set<string>(), restored: [], undone: [] };
  return { ok: true, plan: { token: at, scope, to: target, back: from.id, ...none } };
}

function refused(code: Parameters<typeof refusal>[0], node: string): Planned {
  return { ok: false, problem: refusal(code, { node }, { node }) };
}

/** The token itself or the one around it that stands in the scope of a node; null where there is none. */
function tokenBeside(
  program: Program,
  state: Standing,
  token: number,
  target: NodeProgram,
): number | "undoing" | null {
  for (let at: number | null = token; at !== null; ) {
    const standing: Standing["tokens"][string] | undefined = state.tokens[at];
    if (standing === undefined) return null;
    const scope: ScopeState | undefined = state.scopes[standing.s];
    if (standing.u !== undefined) return "undoing";
    // In the scope of an instance stands nothing but the activity that is done several times.
    if (scope?.i === undefined && program.nodes.get(standing.n)?.scope === target.scope) return at;
    at = scope?.parent ?? null;
  }
  return null;
}

function walk(program: Program, state: Standing, at: number, scope: number, to: NodeProgram): ReturnPlan {
  const after = nodesAfter(to);
  const leadsTo = (node: NodeProgram | undefined) => node !== undefined && (node === to || after.has(node));
  const others = Object.keys(state.tokens)
    .map(Number)
    .filter((token) => token !== at && state.tokens[token]?.s === scope);
  const cancelled = others.filter((token) => placesOf(program, state, token).some(leadsTo));
  const left = others.filter((token) => !cancelled.includes(token) && state.tokens[token]?.l === undefined);
  const here: ScopeState = state.scopes[scope] ?? { node: null, parent: null, vars: {} };
  const joins = joinsIn(program, here);
  const emptied = joins.flatMap(({ incoming }) => incoming.filter(({ source }) => leadsTo(source)));
  const standing = [
    ...left.flatMap((token) => placesOf(program, state, token)),
    ...joins.filter((join) => join.incoming.some((edge) => isCounted(here, edge) && !leadsTo(edge.source))),
  ];
  const completed = (here.undo ?? []).filter(({ n }) => leadsTo(program.nodes.get(n)));
  const open = [...cancelled, at].flatMap((token) => openCompletion(state, token) ?? []);
  return {
    token: at,
    scope,
    to,
    back: null,
    cancelled,
    emptied: new Set(emptied.map(({ id }) => id)),
    restored: [...after]
      .sort((a, b) => a.index - b.index)
      .flatMap((join) => restoredAt(here, join, leadsTo, standing)),
    undone: [...completed, ...open],
  };
}

/** From where a token goes on: after a jump that is the step to which it goes straight back. */
function placesOf(program: Program, state: Standing, token: number): NodeProgram[] {
  const { n = "", j } = state.tokens[token] ?? {};
  const node = program.nodes.get(n);
  const back = j === undefined ? undefined : program.nodes.get(j);
  if (node === undefined) return [];
  return back === undefined ? [node] : [back, ...node.boundaries];
}

/** Joins at which something is counted, in the order of the drawing. */
function joinsIn(program: Program, { joins = {} }: ScopeState): NodeProgram[] {
  const nodes = Object.keys(joins).flatMap((id) => program.nodes.get(id) ?? []);
  return nodes.sort((a, b) => a.index - b.index);
}

function isCounted(scope: ScopeState, { id, target }: EdgeProgram): boolean {
  return Object.hasOwn(arrivalsAt(scope, target.id), id);
}

/**
 * A parallel join that will be come to again gets back what had been delivered: one token for each edge that neither
 * the walk nor anything else can fill any more. A complex gateway no longer awaits what was cancelled.
 */
function restoredAt(
  scope: ScopeState,
  join: NodeProgram,
  leadsTo: (node: NodeProgram) => boolean,
  standing: readonly NodeProgram[],
): EdgeProgram[] {
  if (join.incoming.length < 2) return [];
  if (join.kind === "complex") {
    const awaited = restAt(scope, join.id);
    return join.incoming.filter(({ id, source }) => awaited.includes(id) && leadsTo(source));
  }
  if (join.kind !== "parallel") return [];
  return join.incoming.filter(
    (edge) =>
      !leadsTo(edge.source) &&
      !isCounted(scope, edge) &&
      !standing.some((node) => node !== join && canComeBy(join, edge, node)),
  );
}
