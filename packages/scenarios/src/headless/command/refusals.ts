import type { Node } from "@flowright/definition";
import type { RunParts } from "../run-parts.ts";
import { RunRefusal } from "../run-problems.ts";

/** Where a scope was named that narrows a command, it is told with the refusal. */
export function ofScope(scope: string | undefined): Record<string, string> {
  if (scope === undefined) return { scope: "", "scope:zh-CN": "" };
  return { scope: ` in ${scope}`, "scope:zh-CN": `（范围 ${scope}）` };
}

/** The step that a command names; refused where no flow has it. */
export function nodeFor(run: RunParts, id: string): Node {
  const node = run.known.anywhere(id);
  if (node === undefined) throw new RunRefusal("run.no-node", { node: id }, { path: "/node", node: id });
  return node;
}

/** Nothing at the node can be meant. */
export function nothingWaits(
  run: RunParts,
  command: { do: string; node: string; scope?: string | undefined },
) {
  const waiting = [...new Set(run.waiting().map(({ node }) => node))];
  const params = {
    node: command.node,
    do: command.do,
    ...ofScope(command.scope),
    waiting: waiting.join(", ") || "–",
  };
  return new RunRefusal("run.nothing-waits", params, { path: "/node", node: command.node });
}

export function notFor(what: string, node: string, kind: string, allowed: readonly string[]): RunRefusal {
  const params = { do: what, node, kind, allowed: allowed.join(", ") };
  return new RunRefusal("run.not-for-this", params, { path: "/node", node });
}
