import { type ProblemCode, problem } from "@flowright/definition";
import type { RawFinding } from "../finding/read-findings.ts";
import type { ProofFinding, ProofMarking, ProofMove } from "../proof.ts";
import type { ScopeTree } from "../scope/scope-tree.ts";
import { type Both, named, namedAll, place } from "./names.ts";
import { subjectOf } from "./story.ts";

/** Parameters of a template in both languages. */
export function params(texts: { readonly [name: string]: Both | number }): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([name, text]): [string, string | number][] =>
      typeof text === "number"
        ? [[name, text]]
        : [
            [name, text.en],
            [`${name}:zh-CN`, text.zh],
          ],
    ),
  );
}

/** A finding of the registry at a node or edge of a scope. */
export function findingAt(
  code: ProblemCode,
  scope: ScopeTree,
  nodes: readonly string[],
  texts: { readonly [name: string]: Both | number },
  more: { readonly moves?: readonly ProofMove[]; readonly marking?: ProofMarking } = {},
): ProofFinding {
  const [node = ""] = nodes;
  const path = scope.paths.get(node) ?? scope.path;
  const { moves = [], marking } = more;
  return {
    ...problem(code, { path, node, params: params(texts) }),
    nodes,
    moves,
    ...(marking === undefined ? {} : { marking }),
  };
}

/** Puts a finding of a scope into words; `opening` are the moves that open the scope. */
export function tell(scope: ScopeTree, raw: RawFinding, opening: readonly ProofMove[]): ProofFinding {
  const { kind, nodes, decisive, always, marking } = raw;
  const [node = "", ...others] = nodes;
  const when = subjectOf(scope, decisive, always);
  const steps = namedAll(scope, nodes);
  const open = namedAll(scope, others.length > 0 ? others : nodes);
  const texts = {
    "join-never-filled": { when, where: place(scope, node) },
    deadlock: { when, where: place(scope, node) },
    livelock: { when, steps },
    "runs-twice": { when, step: named(scope, node) },
    "end-twice": { when, step: named(scope, node) },
    "end-stops-work": { when, where: place(scope, node), steps: open },
  }[kind];
  const finding = findingAt(`proof.${kind}`, scope, nodes, texts, {
    moves: [...opening, ...raw.moves],
    marking,
  });
  return raw.repair === undefined ? finding : { ...finding, repair: raw.repair };
}
