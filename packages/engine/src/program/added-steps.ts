import {
  canonicalJson,
  type Edge,
  isContainer,
  type Node,
  type WorkflowDefinition,
} from "@flowright/definition";
import type { AddedSteps } from "../contract/state.ts";
import { type Compiled, compile } from "./compile.ts";
import type { Program } from "./program.ts";

/** Steps that were added to plans of one case: id of the plan → what came in. */
type Added = { readonly [plan: string]: AddedSteps };

/** Programs of cases to whose plans steps were added, by the program of the flow and what was added as JSON. */
const derived = new WeakMap<Program, Map<string, Program>>();
/** The program of the flow that a program of a case was made from. */
const bases = new WeakMap<Program, Program>();

/** Most programs that are kept for the cases of one version; the one that was not asked for the longest goes. */
const MOST_KEPT = 100;

/**
 * The program of a case: that of its version, with the steps that were added to plans of this case alone. `program`
 * may be either.
 */
export function programFor(program: Program, state: { readonly added?: Added | undefined }): Program {
  const base = bases.get(program) ?? program;
  if (state.added === undefined) return base;
  const result = programWith(base, state.added);
  return result.ok ? result.program : base;
}

/** The program with steps added to plans; problems where they do not fit. */
export function programWith(program: Program, added: Added): Compiled {
  const base = bases.get(program) ?? program;
  const text = canonicalJson(added);
  const kept = derived.get(base) ?? new Map<string, Program>();
  derived.set(base, kept);
  const known = kept.get(text);
  if (known !== undefined) {
    kept.delete(text);
    kept.set(text, known);
    return { ok: true, program: known };
  }
  const result = compile(withSteps(base.definition, added));
  if (!result.ok) return result;
  bases.set(result.program, base);
  kept.set(text, result.program);
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST_KEPT) break;
    kept.delete(oldest);
  }
  return result;
}

function withSteps(definition: WorkflowDefinition, added: Added): WorkflowDefinition {
  const taken = edgeIdsIn(definition);
  return { ...definition, nodes: definition.nodes.map((node) => withStepsIn(node, added, taken)) };
}

function withStepsIn(node: Node, added: Added, taken: Set<string>): Node {
  if (!isContainer(node)) return node;
  const inside = { ...node, nodes: node.nodes.map((inner) => withStepsIn(inner, added, taken)) };
  const more = Object.hasOwn(added, node.id) ? added[node.id] : undefined;
  if (more === undefined) return inside;
  return {
    ...inside,
    nodes: [...inside.nodes, ...more.nodes],
    edges: [...inside.edges, ...more.after.map(([source, target]) => edgeBetween(source, target, taken))],
  };
}

function edgeBetween(source: string, target: string, taken: Set<string>): Edge {
  let id = `${source}-${target}`;
  while (taken.has(id)) id += "_";
  taken.add(id);
  return { id, source, target };
}

function edgeIdsIn({ nodes, edges }: Pick<WorkflowDefinition, "nodes" | "edges">): Set<string> {
  const found = new Set(edges.map(({ id }) => id));
  for (const node of nodes) if (isContainer(node)) for (const id of edgeIdsIn(node)) found.add(id);
  return found;
}
