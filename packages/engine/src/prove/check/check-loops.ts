import { type Edge, isActivity, type Node, type ScriptTask } from "@flowright/definition";
import { type Comparison, type Condition, conditionOf } from "@flowright/expressions";
import type { ProofFinding, ProofMove } from "../proof.ts";
import type { Exits } from "../scope/exits.ts";
import type { ScopeTree } from "../scope/scope-tree.ts";
import { isWork } from "../scope/work.ts";
import { namedAll } from "../text/names.ts";
import { findingAt } from "../text/tell.ts";

/**
 * Tells loops in which nothing waits, so that a case can go round without end in one go. A loop is fine where each
 * round counts a variable up or down and some condition ends it at a bound that the loop does not move.
 */
export function checkLoops(
  scope: ScopeTree,
  exitsOf: (container: string) => Exits | null,
  movesTo: (node: string) => readonly ProofMove[] | null,
): ProofFinding[] {
  if (scope.container?.kind === "plan") return [];
  const passed = [...scope.nodes.values()].filter((node) => isPassed(node, exitsOf)).map(({ id }) => id);
  return circlesIn(scope, new Set(passed)).flatMap((circle) => {
    const moves = movesTo(circle[0] ?? "");
    if (moves === null || isCounted(scope, circle)) return [];
    const worth = circle.filter((id) => scope.nodes.get(id)?.name !== undefined);
    const steps = namedAll(scope, worth.length > 0 ? worth : circle);
    return [findingAt("proof.endless-loop", scope, circle, { steps }, { moves })];
  });
}

/** Whether a case goes through a node without anybody doing anything. */
function isPassed(node: Node, exitsOf: (container: string) => Exits | null): boolean {
  if (node.kind === "catch" || node.kind === "eventBased" || node.kind === "eventSubProcess") return false;
  if (!isActivity(node)) return true;
  return !isWork(node) || exitsOf(node.id)?.waits === false;
}

/** Sets of nodes that lead round to each other without leaving the given ones (Tarjan 1972), in drawing order. */
function circlesIn(scope: ScopeTree, within: ReadonlySet<string>): string[][] {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const stacked = new Set<string>();
  const circles: string[][] = [];
  for (const root of within) {
    if (index.has(root)) continue;
    const path = [{ id: root, next: 0, outs: followers(scope, root, within) }];
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const { id } = top;
      if (!index.has(id)) {
        index.set(id, index.size);
        low.set(id, index.size - 1);
        stack.push(id);
        stacked.add(id);
      }
      const out = top.outs[top.next++];
      if (out === undefined) {
        path.pop();
        const above = path.at(-1);
        if (above) low.set(above.id, Math.min(low.get(above.id) ?? 0, low.get(id) ?? 0));
        if (low.get(id) === index.get(id)) {
          const circle = stack.splice(stack.indexOf(id));
          for (const member of circle) stacked.delete(member);
          if (circle.length > 1 || top.outs.includes(id)) circles.push(circle);
        }
      } else if (!index.has(out)) path.push({ id: out, next: 0, outs: followers(scope, out, within) });
      else if (stacked.has(out)) low.set(id, Math.min(low.get(id) ?? 0, index.get(out) ?? 0));
    }
  }
  return circles;
}

function followers(scope: ScopeTree, id: string, within: ReadonlySet<string>): string[] {
  const node = scope.nodes.get(id);
  if (node?.kind === "end") return [];
  if (node?.kind === "throw" && node.event.type === "link") {
    const { name } = node.event;
    const caught = [...scope.nodes.values()].find(
      (other) => other.kind === "catch" && other.event.type === "link" && other.event.name === name,
    );
    return caught
      ? scope.outgoing(caught.id).flatMap(({ target }) => (within.has(target) ? [target] : []))
      : [];
  }
  return scope.outgoing(id).flatMap(({ target }) => (within.has(target) ? [target] : []));
}

/** Whether each round counts and a bound ends the rounds. */
function isCounted(scope: ScopeTree, circle: readonly string[]): boolean {
  const within = new Set(circle);
  const scripts = circle.flatMap((id) => {
    const node = scope.nodes.get(id);
    return node?.kind === "scriptTask" ? [node] : [];
  });
  const writesElsewhere = circle.some((id) => !WRITES_NOTHING_ELSE.has(scope.nodes.get(id)?.kind ?? ""));
  const steady = (field: string) => !writesElsewhere && writersOf(scripts, field) === 0;
  return scripts.some((script) =>
    script.assignments.some(({ target, value }) => {
      const by = stepOf(target, value);
      if (by === 0 || writersOf(scripts, target) !== 1 || !opens(scope, within, [script.id])) return false;
      return isBounded(scope, within, { path: target, by, steady });
    }),
  );
}

const COUNTING = /^\s*([\p{L}_][\p{L}\p{N}_.]*)\s*([+-])\s*(\d{1,9}(?:\.\d{1,6})?)\s*$/u;

/** By how much an assignment counts its own variable; 0 if it does anything else. */
function stepOf(target: string, value: string): number {
  const [, name, sign, digits] = COUNTING.exec(value) ?? [];
  return name === target ? Number(`${sign}${digits}`) : 0;
}

function writersOf(scripts: readonly ScriptTask[], target: string): number {
  return scripts
    .flatMap(({ assignments }) => assignments)
    .filter((one) => one.target.split(".")[0] === target.split(".")[0]).length;
}

/** Whether taking out some nodes leaves no circle. */
function opens(scope: ScopeTree, within: ReadonlySet<string>, without: readonly string[]): boolean {
  return circlesIn(scope, new Set([...within].filter((id) => !without.includes(id)))).length === 0;
}

/** Kinds of which only scripts write to the case, and that by their assignments alone. */
const WRITES_NOTHING_ELSE: ReadonlySet<string> = new Set([
  "scriptTask",
  "exclusive",
  "parallel",
  "inclusive",
  "manualTask",
  "sendTask",
  "throw",
]);

interface Counter {
  readonly path: string;
  /** What each round adds. */
  readonly by: number;
  /** Whether a field keeps its value in the loop. */
  steady(field: string): boolean;
}

/** Whether every way round passes a choice that stays inside only while the counter is within its bound. */
function isBounded(scope: ScopeTree, within: ReadonlySet<string>, counter: Counter): boolean {
  const bounded = [...within].filter((id) => {
    const node = scope.nodes.get(id);
    if (node?.kind !== "exclusive") return false;
    const outgoing = scope.outgoing(id);
    const inside = outgoing.filter(({ target }) => within.has(target));
    return inside.length > 0 && inside.every((edge) => staysWithin(edge, outgoing, counter));
  });
  return bounded.length > 0 && opens(scope, within, bounded);
}

function staysWithin(edge: Edge, all: readonly Edge[], counter: Counter): boolean {
  if (edge.default !== true && edge.condition !== undefined) return bounds(edge.condition, counter);
  // The rest is taken only while the condition of the way out does not hold.
  const out = all.find((other) => other !== edge && other.condition !== undefined && other.default !== true);
  return (
    all.length === 2 && out?.condition !== undefined && bounds(out.condition, { ...counter, by: -counter.by })
  );
}

/** Whether a condition can hold only while a counter has not come to some constant, or to a field that stays as it is. */
function bounds(source: string, counter: Counter): boolean {
  const condition = conditionOf(source);
  return condition !== null && boundsIn(condition, counter);
}

function boundsIn(part: Comparison | Condition, counter: Counter): boolean {
  if ("all" in part) return part.all.some((inner) => boundsIn(inner, counter));
  if ("any" in part) return part.any.length > 0 && part.any.every((inner) => boundsIn(inner, counter));
  const operators = counter.by > 0 ? ["<", "<="] : [">", ">="];
  if (part.path !== counter.path || !operators.includes(part.operator) || !("value" in part)) return false;
  return "number" in part.value || ("field" in part.value && counter.steady(part.value.field));
}
