import { type Edge, type Node, textOf } from "@flowright/definition";
import type { ProofMove } from "../proof.ts";
import type { ScopeTree } from "../scope/scope-tree.ts";
import { type Both, listed, named, shortened } from "./names.ts";

/** The subject of a sentence: which cases it happens to. The Chinese one ends where the predicate begins. */
export function subjectOf(scope: ScopeTree, decisive: readonly ProofMove[], always: boolean): Both {
  if (always) return { en: "Every case", zh: "每个实例都会" };
  const told = decisive.flatMap((move) => clauseOf(scope, move) ?? []);
  if (told.length > 0) {
    const en = told.map((one) => one.en).join(" and ");
    return { en: `If ${en}, the case`, zh: `如果${told.map((one) => one.zh).join("，且")}，实例会` };
  }
  return { en: "It can happen that a case", zh: "有的实例会" };
}

function clauseOf(scope: ScopeTree, move: ProofMove): Both | null {
  const node = scope.nodes.get(move.node);
  const step = named(scope, move.node);
  switch (move.do) {
    case "complete":
      if (move.outcome === undefined) return null;
      return move.outcome === "approved"
        ? { en: `${step.en} is approved`, zh: `${step.zh}通过` }
        : { en: `${step.en} is rejected`, zh: `${step.zh}被拒绝` };
    case "take":
      return taken(scope, move.edges, step);
    case "start":
      return { en: `the case begins at ${step.en}`, zh: `实例从${step.zh}开始` };
    default:
      return happened(scope, move.do, node, step);
  }
}

function taken(scope: ScopeTree, ids: readonly string[], step: Both): Both | null {
  const edges = scope.edges.filter(({ id }) => ids.includes(id));
  if (edges.length === 0) return null;
  const { en, zh } = listed(edges.map((edge) => branch(scope, edge)));
  return { en: `${step.en} leads to ${en}`, zh: `${step.zh}走向${zh}` };
}

/** A branch by its own name, else by the step that it leads to, else by its condition. */
export function branch(scope: ScopeTree, edge: Edge): Both {
  const en = shortened(textOf(edge.name, "en"));
  const zh = shortened(textOf(edge.name, "zh-CN"));
  if (en !== "") return { en: `“${en}”`, zh: `“${zh}”` };
  const condition = shortened(edge.condition ?? "");
  const unnamed = textOf(scope.nodes.get(edge.target)?.name, "en") === "";
  return unnamed && condition !== ""
    ? { en: `“${condition}”`, zh: `“${condition}”` }
    : named(scope, edge.target);
}

function happened(scope: ScopeTree, what: string, node: Node | undefined, step: Both): Both {
  const host = node?.kind === "boundary" ? named(scope, node.attachedTo) : null;
  if (host === null) return { en: `${step.en} comes first`, zh: `${step.zh}先发生` };
  if (what === "error") return { en: `${host.en} fails`, zh: `${host.zh}出错` };
  if (what === "timer") return { en: `the time for ${host.en} runs out`, zh: `${host.zh}超时` };
  if (what === "cancel") return { en: `${host.en} is called off`, zh: `${host.zh}被取消` };
  return { en: `${step.en} happens at ${host.en}`, zh: `${host.zh}期间发生${step.zh}` };
}
