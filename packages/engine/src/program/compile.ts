import type { Node, Problem, WorkflowDefinition } from "@flowright/definition";
import { scopeMachine } from "../machine/scope-machine.ts";
import { compileProblem } from "../problem/render.ts";
import { PartCompiler } from "./part-compiler.ts";
import type { Container, EdgeProgram, FieldTypes, NodeProgram, Program, ScopeProgram } from "./program.ts";

type Compiled =
  | { readonly ok: true; readonly program: Program }
  | { readonly ok: false; readonly problems: readonly Problem[] };

type Draft<T> = { -readonly [K in keyof T]: T[K] };

interface NodeDraft extends Draft<NodeProgram> {
  incoming: EdgeProgram[];
  outgoing: EdgeProgram[];
}

const DEEPEST = 20;

/** Kinds that a boundary event can be attached to. */
const HOSTS: ReadonlySet<Node["kind"]> = new Set([
  "userTask",
  "approval",
  "serviceTask",
  "scriptTask",
  "receiveTask",
  "subProcess",
]);

/**
 * Makes a definition ready to step: machines per scope, expressions as closures. The definition must hold the
 * schema; what else keeps it from running is told as problems.
 */
export function compile(definition: WorkflowDefinition): Compiled {
  const compiler = new ProgramCompiler();
  const root = compiler.scope(definition, "", {}, 0);
  const { settings } = definition;
  const key = settings?.businessKey;
  const title = settings?.caseTitle;
  const parts = new PartCompiler(root.fields, compiler.problems);
  const businessKey = key === undefined ? undefined : parts.expression(key, "/settings/businessKey");
  const caseTitle = title === undefined ? undefined : parts.expression(title, "/settings/caseTitle");
  if (compiler.problems.length > 0) return { ok: false, problems: compiler.problems };
  return {
    ok: true,
    program: Object.freeze({
      definition,
      root,
      nodes: compiler.nodes,
      businessKey: businessKey ?? null,
      caseTitle: caseTitle ?? null,
      startForm: startFormOf(definition),
    }),
  };
}

class ProgramCompiler {
  readonly problems: Problem[] = [];
  readonly nodes = new Map<string, NodeProgram>();
  readonly #edges = new Set<string>();

  scope(container: Container, path: string, outer: FieldTypes, depth: number): ScopeProgram {
    const own: FieldTypes = { ...container.variables?.properties };
    const visible: FieldTypes = { ...outer, ...own };
    const parts = new PartCompiler(visible, this.problems);
    const nodes: NodeDraft[] = [];
    const edges: EdgeProgram[] = [];
    const scope: Draft<ScopeProgram> = {
      container: "kind" in container ? container.id : null,
      fields: own,
      defaults: defaultsOf(container),
      start: null,
      nodes,
      edges,
      machine: { move: () => null },
    };
    for (const [index, node] of container.nodes.entries()) {
      const at = `${path}/nodes/${index}`;
      const compiled = this.#node(node, at, scope, index, parts);
      nodes.push(compiled);
      if (this.nodes.has(node.id))
        this.problems.push(compileProblem("compile.id-twice", at, { id: node.id }, node.id));
      this.nodes.set(node.id, compiled);
      if (node.kind === "subProcess") {
        if (depth >= DEEPEST) this.problems.push(compileProblem("compile.nested-too-deep", at, {}, node.id));
        else compiled.child = this.scope(node, at, visible, depth + 1);
      }
    }
    const byId = new Map(nodes.map((node) => [node.id, node]));
    this.#connect(container, path, byId, edges, parts);
    this.#attach(nodes, byId, path);
    this.#checkGateways(nodes, path);
    scope.start = startOf(nodes);
    const begins = scope.start ?? nodes.find((node) => node.kind === "start" && depth === 0);
    if (!begins)
      this.problems.push(
        compileProblem("compile.no-start", `${path}/nodes`, {}, scope.container ?? undefined),
      );
    if (this.problems.length === 0) scope.machine = scopeMachine(nodes, edges);
    return scope;
  }

  #node(node: Node, path: string, scope: ScopeProgram, index: number, parts: PartCompiler): NodeDraft {
    return {
      id: node.id,
      index,
      kind: node.kind,
      node,
      scope,
      incoming: [],
      outgoing: [],
      boundaries: [],
      child: null,
      parts: parts.parts(node, path),
    };
  }

  #connect(
    container: Container,
    path: string,
    nodes: ReadonlyMap<string, NodeDraft>,
    edges: EdgeProgram[],
    parts: PartCompiler,
  ): void {
    for (const [index, edge] of container.edges.entries()) {
      const at = `${path}/edges/${index}`;
      const source = nodes.get(edge.source);
      const target = nodes.get(edge.target);
      if (this.#edges.has(edge.id))
        this.problems.push(compileProblem("compile.id-twice", at, { id: edge.id }, edge.id));
      this.#edges.add(edge.id);
      if (!source || !target) {
        this.problems.push(compileProblem("compile.edge-end", at, { id: edge.id }, edge.id));
        continue;
      }
      // Only a choice asks its conditions; an edge without one there is taken if nothing before it was.
      const asked = source.kind === "exclusive" && !edge.default && edge.condition !== undefined;
      const condition = asked
        ? parts.expression(edge.condition ?? "", `${at}/condition`, edge.id)
        : undefined;
      const compiled = {
        id: edge.id,
        index: edges.length,
        edge,
        source,
        target,
        condition: condition ?? null,
      };
      edges.push(compiled);
      source.outgoing.push(compiled);
      target.incoming.push(compiled);
    }
  }

  #attach(nodes: readonly NodeDraft[], byId: ReadonlyMap<string, NodeDraft>, path: string): void {
    for (const compiled of nodes) {
      if (compiled.node.kind !== "boundary") continue;
      const host = byId.get(compiled.node.attachedTo);
      if (host && HOSTS.has(host.kind)) host.boundaries = [...host.boundaries, compiled];
      else {
        const at = `${path}/nodes/${compiled.index}/attachedTo`;
        this.problems.push(compileProblem("compile.boundary-host", at, { id: compiled.id }, compiled.id));
      }
    }
  }

  #checkGateways(nodes: readonly NodeProgram[], path: string): void {
    for (const { id, index, kind, outgoing } of nodes) {
      if (kind !== "eventBased") continue;
      if (outgoing.length > 0 && outgoing.every(({ target }) => catches(target))) continue;
      this.problems.push(compileProblem("compile.gateway-follower", `${path}/nodes/${index}`, { id }, id));
    }
  }
}

function catches({ kind }: NodeProgram): boolean {
  return kind === "catch" || kind === "receiveTask";
}

function startOf(nodes: readonly NodeProgram[]): NodeProgram | null {
  const start = nodes.find(
    ({ node }) => node.kind === "start" && (node.trigger === undefined || node.trigger.type === "none"),
  );
  return start ?? null;
}

function startFormOf(definition: WorkflowDefinition): string | null {
  for (const node of definition.nodes) if (node.kind === "start" && node.form !== undefined) return node.form;
  return null;
}

function defaultsOf({ variables }: Container): { readonly [name: string]: unknown } {
  return Object.fromEntries(
    Object.entries(variables?.properties ?? {}).flatMap(([name, field]) =>
      field.default === undefined ? [] : [[name, field.default]],
    ),
  );
}
