import { type Problem, valueAt, type WorkflowDefinition } from "@flowright/definition";
import { indexOf } from "./document/index-of.ts";

/**
 * What was found in an older document, told of the present one until that is checked itself: a problem of an element
 * that is gone goes with it, one of an element that stands elsewhere in the document now follows it. Gives back the
 * same array where nothing is different.
 */
export function carriedProblems<P extends Problem>(
  problems: readonly P[],
  before: WorkflowDefinition,
  after: WorkflowDefinition,
): readonly P[] {
  if (before === after) return problems;
  const carried = problems.flatMap((problem) => carriedOne(problem, before, after) ?? []);
  const same = carried.length === problems.length && carried.every((each, at) => each === problems[at]);
  return same ? problems : carried;
}

function carriedOne<P extends Problem>(
  problem: P,
  before: WorkflowDefinition,
  after: WorkflowDefinition,
): P | null {
  if (problem.node === undefined) {
    const gone = valueAt(after, problem.path) === undefined && valueAt(before, problem.path) !== undefined;
    return gone ? null : problem;
  }
  const from = pathOf(before, problem.node);
  const to = pathOf(after, problem.node);
  if (from === undefined) return problem;
  if (to === undefined) return null;
  const inside = problem.path === from || problem.path.startsWith(`${from}/`);
  return from === to || !inside ? problem : { ...problem, path: to + problem.path.slice(from.length) };
}

function pathOf(definition: WorkflowDefinition, id: string): string | undefined {
  const { nodes, edges } = indexOf(definition);
  return nodes.get(id)?.path ?? edges.get(id)?.path;
}
