import { isActivity, type Problem } from "@flowright/definition";
import { linkOf } from "../machine/create-scope-machine.ts";
import type { CompileCode } from "../problem/compile-codes.ts";
import { compileProblem } from "../problem/render.ts";
import type { Container, NodeProgram, ScopeProgram } from "./program.ts";

/** What keeps the drawing of one scope from running although every part of it compiles. */
export function checkScope(
  container: Container,
  scope: ScopeProgram,
  path: string,
  problems: Problem[],
): void {
  const say = (code: CompileCode, node: NodeProgram): void => {
    problems.push(compileProblem(code, `${path}/nodes/${node.index}`, { id: node.id }, node.id));
  };
  const kind = "kind" in container ? container.kind : "process";
  if (!begins(kind, scope))
    problems.push(compileProblem("compile.no-start", `${path}/nodes`, {}, scope.container ?? undefined));
  for (const node of scope.nodes) {
    if (node.kind === "eventBased" && !racesOnlyEvents(node)) say("compile.gateway-follower", node);
    if (node.kind === "throw" && linkOf(node) !== null && !isCaught(node, scope)) say("compile.link", node);
    if (kind === "plan" && !isActivity(node.node) && node.kind !== "boundary") say("compile.plan-step", node);
    if (
      node.dependsOn.some(({ step }) => !isActivity(step.node)) ||
      (node.dependsOn.length > 0 && !isActivity(node.node))
    )
      say("compile.plan-step", node);
  }
  if (kind === "plan") for (const node of inCircles(scope.nodes)) say("compile.plan-circle", node);
  for (const { source, target } of scope.edges)
    if (source.node.kind === "boundary" && source.node.event.type === "compensation" && !undoes(target))
      say("compile.handler", source);
}

function begins(kind: string, { start, nodes }: ScopeProgram): boolean {
  if (kind === "plan" || kind === "adHoc") return true;
  if (kind === "process") return nodes.some((node) => node.kind === "start");
  if (kind !== "eventSubProcess") return start !== null;
  return start?.node.kind === "start" && (start.node.trigger?.type ?? "none") !== "none";
}

function racesOnlyEvents({ outgoing }: NodeProgram): boolean {
  return outgoing.length > 0 && outgoing.every(({ target }) => catches(target));
}

function catches(node: NodeProgram): boolean {
  return node.kind === "receiveTask" || (node.kind === "catch" && linkOf(node) === null);
}

function isCaught(thrown: NodeProgram, { nodes }: ScopeProgram): boolean {
  return nodes.some((node) => node.kind === "catch" && linkOf(node) === linkOf(thrown));
}

/** A step that undoes another stands beside the flow. */
function undoes({ node, incoming, outgoing }: NodeProgram): boolean {
  return isActivity(node) && incoming.length === 0 && outgoing.length === 0;
}

/** Steps of a plan that wait for each other, in the end for themselves (Kahn's topological sort leaves them). */
function inCircles(nodes: readonly NodeProgram[]): NodeProgram[] {
  const left = new Set(nodes);
  for (let found = true; found; ) {
    found = false;
    for (const node of left) {
      if (node.dependsOn.some(({ step }) => left.has(step))) continue;
      left.delete(node);
      found = true;
    }
  }
  return [...left];
}
