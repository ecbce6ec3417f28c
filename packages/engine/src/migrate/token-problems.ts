import type { Problem } from "@flowright/definition";
import type { Move } from "../contract/move.ts";
import type { InstanceState, TokenState } from "../contract/state.ts";
import { migrationProblem } from "../problem/render.ts";
import type { NodeProgram } from "../program/program.ts";
import { eventOf } from "../state/apply/rename-all.ts";
import type { Mapping } from "./mapping.ts";
import { undoProblems } from "./undo-problems.ts";

/** What keeps tokens from standing in the new version where they stand now. What only listens is an event. */
export function tokenProblems(mapping: Mapping, state: InstanceState): Problem[] {
  return Object.values(state.tokens).flatMap((token) =>
    token.l === undefined ? problemsOf(mapping, state, token) : [],
  );
}

function problemsOf(mapping: Mapping, state: InstanceState, token: TokenState): Problem[] {
  const { n: node, s: scope, j, w = {} } = token;
  const target = mapping.node(node);
  const misplaced = placeProblem(mapping, state, node, scope);
  if (misplaced !== null || target === undefined) return misplaced === null ? [] : [misplaced];
  const problems: Problem[] = [];
  const loop = mapping.from.nodes.get(node)?.parts.loop?.type;
  if (loop !== target.parts.loop?.type)
    problems.push(migrationProblem("migrate.loop", node, { to: target.id }));
  if (j !== undefined && mapping.node(j)?.scope !== target.scope)
    problems.push(migrationProblem("migrate.back-gone", node, { to: j }));
  for (const move of [w.retry, w.undoing?.next])
    if (move !== undefined) problems.push(...moveProblems(mapping, node, target, move));
  const undo = [...(w.undoing?.left ?? []), ...(w.inside === undefined ? [] : [w.inside])];
  return [...problems, ...undoProblems(mapping, undo)];
}

/** Why nothing of the new version can take the place of a node where something stands. */
export function placeProblem(
  mapping: Mapping,
  state: InstanceState,
  node: string,
  scope: number,
): Problem | null {
  const target = mapping.node(node);
  if (target === undefined) return migrationProblem("migrate.gone", node);
  if (mapping.from.nodes.get(node)?.kind !== target.kind)
    return migrationProblem("migrate.kind", node, { to: target.id });
  // Where the container itself does not fit, that is told of the token that holds it.
  const inside = mapping.scope(state, scope);
  if (inside === undefined || inside === target.scope) return null;
  return migrationProblem("migrate.elsewhere", node, { to: target.id });
}

/** A token that has stopped on its way must find the way again. */
function moveProblems(mapping: Mapping, node: string, target: NodeProgram, move: Move): Problem[] {
  const ways: string[] = [];
  const leaves = (edge: string) => mapping.edge(edge)?.source === target;
  if (move.do === "fork") ways.push(...move.edges.filter((edge) => !leaves(edge)));
  if (move.do === "arrive" && !leaves(move.edge) && mapping.edge(move.edge)?.target !== target)
    ways.push(move.edge);
  if (move.do === "leave") {
    const { what, id } = eventOf(move.event);
    const to = mapping.node(id);
    if (what === "take" && !leaves(id)) ways.push(id);
    if (what === "boundary" && !target.boundaries.some((one) => one === to)) ways.push(id);
    if (what === "pick" && !target.outgoing.some((edge) => edge.target === to)) ways.push(id);
  }
  return ways.map((edge) => migrationProblem("migrate.way-gone", node, { edge }));
}
