import { textOf } from "@flowright/definition";
import type { FieldAt, Value } from "../data/asked.ts";
import { type Branches, branchesOf } from "../data/branches.ts";
import type { Sample } from "../data/samples.ts";
import type { ProofFinding, ProofMove } from "../proof.ts";
import type { ScopeTree } from "../scope/scope-tree.ts";
import { type Both, listed, named, shortened } from "../text/names.ts";
import { branch } from "../text/story.ts";
import { findingAt } from "../text/tell.ts";

/** What the data say about every choice of a scope. */
export function branchesIn(scope: ScopeTree, fieldAt: FieldAt): Map<string, Branches> {
  const found = new Map<string, Branches>();
  for (const node of scope.nodes.values()) {
    if (node.kind !== "exclusive" && node.kind !== "inclusive") continue;
    const branches = branchesOf(node, scope.outgoing(node.id), fieldAt);
    if (branches) found.set(node.id, branches);
  }
  return found;
}

/** Tells branches that no value reaches, values that no branch takes, and branches that hold at the same time. */
export function checkBranches(
  scope: ScopeTree,
  branches: ReadonlyMap<string, Branches>,
  fieldAt: FieldAt,
  movesTo: (node: string) => readonly ProofMove[],
): ProofFinding[] {
  const findings: ProofFinding[] = [];
  const dead = deadBehind(scope, branches);
  for (const [id, { never, none, overlaps }] of branches) {
    const step = named(scope, id);
    const edgeOf = (edge: string) => scope.outgoing(id).find((one) => one.id === edge);
    const told = (edge: string): Both => {
      const drawn = edgeOf(edge);
      return drawn ? branch(scope, drawn) : named(scope, edge);
    };
    for (const edge of never) {
      const target = edgeOf(edge)?.target ?? "";
      const code = dead.has(target) ? "proof.branch-dead" : "proof.branch-never";
      const texts = { step, branch: told(edge), target: named(scope, target) };
      const behind = dead.has(target) ? [target, ...[...dead].filter((node) => node !== target)] : [];
      findings.push({
        ...findingAt(code, scope, [edge], texts, { moves: movesTo(id) }),
        nodes: [id, ...behind],
      });
    }
    if (none) {
      const texts = { step, values: valuesOf(none, fieldAt) };
      const finding = findingAt("proof.no-branch", scope, [id], texts, { moves: movesTo(id) });
      const last = scope.outgoing(id).at(-1)?.id;
      findings.push(last ? { ...finding, repair: { kind: "set-default", edge: last } } : finding);
    }
    for (const { first, second, sample } of overlaps) {
      const texts = { step, branch: told(first), other: told(second), values: valuesOf(sample, fieldAt) };
      findings.push(findingAt("proof.branches-overlap", scope, [id], texts, { moves: movesTo(id) }));
    }
  }
  return findings;
}

/** Nodes that could be reached if it were not for branches that no value leads to. */
function deadBehind(scope: ScopeTree, branches: ReadonlyMap<string, Branches>): Set<string> {
  const never = new Set([...branches.values()].flatMap((one) => one.never));
  if (never.size === 0) return new Set();
  const all = reachedIn(scope, new Set());
  const live = reachedIn(scope, never);
  return new Set([...all].filter((id) => !live.has(id)));
}

function reachedIn(scope: ScopeTree, without: ReadonlySet<string>): Set<string> {
  const reached = new Set<string>();
  const open: string[] = [];
  const visit = (id: string) => {
    if (reached.has(id)) return;
    reached.add(id);
    open.push(id);
  };
  for (const { id, kind } of scope.nodes.values()) if (kind === "start" || kind === "catch") visit(id);
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const edge of scope.outgoing(id)) if (!without.has(edge.id)) visit(edge.target);
    for (const event of scope.boundaries.get(id) ?? []) visit(event.id);
  }
  return reached;
}

function valuesOf(sample: Sample, fieldAt: FieldAt): Both {
  const all = [...sample].flatMap(([path, value]) =>
    path.startsWith("?") ? [] : [withValue(path, value, fieldAt)],
  );
  return listed(all);
}

function withValue(path: string, value: Value, fieldAt: FieldAt): Both {
  const field = fieldAt(path);
  const title = (language: "en" | "zh-CN") => shortened(textOf(field?.title, language)) || path;
  if (value === null) return { en: `“${title("en")}” is empty`, zh: `“${title("zh-CN")}”为空` };
  if (typeof value === "boolean")
    return {
      en: `“${title("en")}” is ${value ? "yes" : "no"}`,
      zh: `“${title("zh-CN")}”为${value ? "是" : "否"}`,
    };
  const choice = field?.oneOf?.find((one) => one.const === value)?.title;
  const shown = (language: "en" | "zh-CN") => shortened(textOf(choice, language) || String(value));
  return {
    en: `“${title("en")}” is ${shown("en")}`,
    zh: `“${title("zh-CN")}”为 ${shown("zh-CN")}`,
  };
}
