import { isContainer, type Problem } from "@flowright/definition";
import type { InstanceState } from "../contract/state.ts";
import { migrationProblem } from "../problem/render.ts";
import { programFor, programWith } from "../program/added-steps.ts";
import type { Container, EdgeProgram, NodeProgram, Program, ScopeProgram } from "../program/program.ts";
import { type Renames, renamedSteps } from "../state/apply/rename-all.ts";

/** Which nodes and edges of the new version take the place of those of the old one; by the same id unless said here. */
export interface MigrationPlan {
  readonly nodes: { readonly [from: string]: string };
  readonly edges: { readonly [from: string]: string };
}

/** How one case finds its way from its version to another. */
export class Mapping {
  readonly from: Program;
  readonly to: Program;
  readonly renames: Renames;
  #edges: ReadonlyMap<string, EdgeProgram> | undefined;

  constructor(from: Program, to: Program, renames: Renames) {
    this.from = from;
    this.to = to;
    this.renames = renames;
  }

  /** The node that takes the place of one of the old version. */
  node(id: string): NodeProgram | undefined {
    return this.to.nodes.get(this.nodeName(id));
  }

  nodeName(id: string): string {
    return nameIn(this.renames.nodes, id);
  }

  edge(id: string): EdgeProgram | undefined {
    this.#edges ??= edgesOf(this.to);
    return this.#edges.get(nameIn(this.renames.edges, id));
  }

  /** What the inside of a scope is in the new version; undefined for that of an instance. */
  scope(state: InstanceState, id: number): ScopeProgram | undefined {
    const { node = null, i: place } = state.scopes[id] ?? {};
    if (place !== undefined) return undefined;
    return node === null ? this.to.root : (this.node(node)?.child ?? undefined);
  }
}

function nameIn(names: { readonly [from: string]: string }, id: string): string {
  return Object.hasOwn(names, id) ? (names[id] ?? id) : id;
}

function edgesOf(program: Program): ReadonlyMap<string, EdgeProgram> {
  const scopes = new Set([...program.nodes.values()].map(({ scope }) => scope));
  return new Map([...scopes].flatMap(({ edges }) => edges.map((edge) => [edge.id, edge] as const)));
}

/** The mapping of a plan, and what is wrong with the plan as such. */
export function mappingOf(
  from: Program,
  to: Program,
  state: InstanceState,
  { nodes, edges }: MigrationPlan,
): { readonly mapping: Mapping; readonly problems: readonly Problem[] } {
  const renames = { nodes: changesIn(nodes), edges: changesIn(edges) };
  const own = programFor(from, state);
  const { program, problems } = withAddedSteps(to, state, renames);
  const mapping = new Mapping(own, program, renames);
  return { mapping, problems: [...problems, ...wrongNames(mapping)] };
}

/** Only what changes its name, in an order of its own, so that the same plan makes the same event. */
function changesIn(names: { readonly [from: string]: string }): { readonly [from: string]: string } {
  return Object.fromEntries(
    Object.entries(names)
      .filter(([from, to]) => from !== to)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

function withAddedSteps(
  to: Program,
  { added }: InstanceState,
  renames: Renames,
): { readonly program: Program; readonly problems: readonly Problem[] } {
  if (added === undefined) return { program: programFor(to, {}), problems: [] };
  const result = programWith(to, renamedSteps(added, renames));
  if (result.ok) return { program: result.program, problems: [] };
  const { en = "", "zh-CN": zh = en } = result.problems[0]?.message ?? {};
  return {
    program: to,
    problems: [migrationProblem("migrate.added", "", { reason: en, "reason:zh-CN": zh })],
  };
}

function wrongNames(mapping: Mapping): Problem[] {
  const problems: Problem[] = [];
  for (const [node, to] of Object.entries(mapping.renames.nodes)) {
    if (!mapping.from.nodes.has(node)) problems.push(migrationProblem("migrate.plan-from", node));
    else if (!mapping.to.nodes.has(to)) problems.push(migrationProblem("migrate.plan-to", node, { to }));
  }
  const before = edgeIdsIn(mapping.from.definition);
  const after = edgeIdsIn(mapping.to.definition);
  for (const [edge, to] of Object.entries(mapping.renames.edges)) {
    if (!before.has(edge)) problems.push(migrationProblem("migrate.plan-from", edge));
    else if (!after.has(to)) problems.push(migrationProblem("migrate.plan-to", edge, { to }));
  }
  return problems;
}

/** Those between the steps of plans included, which nothing moves along. */
function edgeIdsIn({ nodes, edges }: Pick<Container, "nodes" | "edges">): ReadonlySet<string> {
  const inside = nodes.flatMap((node) => (isContainer(node) ? [...edgeIdsIn(node)] : []));
  return new Set([...edges.map(({ id }) => id), ...inside]);
}
