import {
  type ContainerNode,
  type Edge,
  isActivity,
  isContainer,
  type Node,
  type Problem,
  type WorkflowDefinition,
} from "@flowright/definition";
import { workingCalendar } from "../calendar/working-calendar.ts";
import { scopeMachine } from "../machine/scope-machine.ts";
import { compileProblem } from "../problem/render.ts";
import { checkScope } from "./check-scope.ts";
import { instanceFields, nodeParts } from "./node-parts.ts";
import { type Calendars, PartCompiler } from "./part-compiler.ts";
import type {
  Container,
  Dependency,
  EdgeProgram,
  FieldTypes,
  NodeProgram,
  Program,
  ScopeProgram,
  TimePart,
} from "./program.ts";

export type Compiled =
  | { readonly ok: true; readonly program: Program }
  | { readonly ok: false; readonly problems: readonly Problem[] };

type Draft<T> = { -readonly [K in keyof T]: T[K] };

interface NodeDraft extends Draft<NodeProgram> {
  incoming: EdgeProgram[];
  outgoing: EdgeProgram[];
  dependsOn: Dependency[];
}

const DEEPEST = 20;

/**
 * Makes a definition ready to step: machines per scope, expressions as closures. The definition must hold the
 * schema; what else keeps it from running is told as problems.
 */
export function compile(definition: WorkflowDefinition): Compiled {
  const compiler = new ProgramCompiler(calendarsOf(definition));
  const root = compiler.scope(definition, "", {}, 0);
  const { settings } = definition;
  const parts = new PartCompiler(root.fields, compiler.problems, compiler.calendars);
  const businessKey = parts.optional(settings?.businessKey, "/settings/businessKey", "");
  const caseTitle = parts.optional(settings?.caseTitle, "/settings/caseTitle", "");
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

/** Those that can be counted by; checking the definition says what is wrong with the others. */
function calendarsOf({ settings }: WorkflowDefinition): Calendars {
  const drawn = settings?.calendars ?? [];
  return new Map(
    drawn.flatMap((one) => {
      const calendar = workingCalendar(one);
      return calendar === null ? [] : [[one.id, calendar] as const];
    }),
  );
}

/** How long a step of a plan waits after one that it depends on. */
function lagOf({ id, dependency }: Edge, path: string, parts: PartCompiler): TimePart | null {
  if (dependency?.lag === undefined) return null;
  const { lag: duration, calendar } = dependency;
  return parts.duration({ duration, calendar }, id, `${path}/dependency`, "lag");
}

class ProgramCompiler {
  readonly problems: Problem[] = [];
  readonly nodes = new Map<string, NodeProgram>();
  readonly calendars: Calendars;
  readonly #edges = new Set<string>();

  constructor(calendars: Calendars) {
    this.calendars = calendars;
  }

  scope(container: Container, path: string, outer: FieldTypes, depth: number): ScopeProgram {
    const own: FieldTypes = { ...container.variables?.properties };
    const visible: FieldTypes = { ...outer, ...own };
    const parts = new PartCompiler(visible, this.problems, this.calendars);
    const nodes: NodeDraft[] = [];
    const edges: EdgeProgram[] = [];
    const scope: Draft<ScopeProgram> = {
      container: "kind" in container ? container.id : null,
      fields: own,
      defaults: defaultsOf(container),
      start: null,
      nodes,
      edges,
      listeners: [],
      undoes: null,
      machine: NO_MACHINE,
    };
    for (const [index, node] of container.nodes.entries()) {
      const at = `${path}/nodes/${index}`;
      const compiled = this.#node(node, at, scope, index, parts);
      nodes.push(compiled);
      if (this.nodes.has(node.id))
        this.problems.push(compileProblem("compile.id-twice", at, { id: node.id }, node.id));
      this.nodes.set(node.id, compiled);
      if (isContainer(node))
        this.#inside(node, compiled, at, { ...visible, ...compiled.instance?.fields }, depth);
    }
    const byId = new Map(nodes.map((node) => [node.id, node]));
    this.#connect(container, path, byId, edges, parts);
    this.#attach(nodes, byId, path);
    const besides = nodes.filter(({ kind }) => kind === "eventSubProcess");
    scope.listeners = besides.filter((node) => !isForUndoing(node));
    scope.undoes = besides.find(isForUndoing) ?? null;
    scope.start = startOf(nodes);
    checkScope(container, scope, path, this.problems);
    if (this.problems.length === 0) scope.machine = scopeMachine(nodes, edges);
    return scope;
  }

  #inside(node: ContainerNode, compiled: NodeDraft, at: string, visible: FieldTypes, depth: number): void {
    if (depth >= DEEPEST) this.problems.push(compileProblem("compile.nested-too-deep", at, {}, node.id));
    else compiled.child = this.scope(node, at, visible, depth + 1);
  }

  #node(node: Node, path: string, scope: ScopeProgram, index: number, parts: PartCompiler): NodeDraft {
    const repeated = isActivity(node) && node.loop !== undefined;
    return {
      id: node.id,
      index,
      kind: node.kind,
      node,
      scope,
      incoming: [],
      outgoing: [],
      boundaries: [],
      handler: null,
      child: null,
      instance: repeated ? instanceScope(node.id, instanceFields(node, parts)) : null,
      dependsOn: [],
      parts: nodeParts(node, path, parts),
    };
  }

  #connect(
    container: Container,
    path: string,
    nodes: ReadonlyMap<string, NodeDraft>,
    edges: EdgeProgram[],
    parts: PartCompiler,
  ): void {
    const plan = "kind" in container && container.kind === "plan";
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
      if (plan) {
        target.dependsOn.push({ step: source, lag: lagOf(edge, at, parts) });
        continue;
      }
      // Only a choice asks its conditions; an edge without one there is taken if nothing before it was.
      const asked = CHOICES.has(source.kind) && !edge.default && edge.condition !== undefined;
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
      if (isUndone(source)) continue;
      source.outgoing.push(compiled);
      target.incoming.push(compiled);
    }
  }

  #attach(nodes: readonly NodeDraft[], byId: ReadonlyMap<string, NodeDraft>, path: string): void {
    for (const compiled of nodes) {
      if (compiled.node.kind !== "boundary") continue;
      const host = byId.get(compiled.node.attachedTo);
      if (host === undefined || !isActivity(host.node)) {
        const at = `${path}/nodes/${compiled.index}/attachedTo`;
        this.problems.push(compileProblem("compile.boundary-host", at, { id: compiled.id }, compiled.id));
      } else if (isUndone(compiled)) host.handler = handlerOf(compiled);
      else host.boundaries = [...host.boundaries, compiled];
    }
  }
}

const CHOICES: ReadonlySet<Node["kind"]> = new Set(["exclusive", "inclusive", "complex"]);

const NO_MACHINE = { move: () => null };

/** A boundary event for compensation: its one edge leads to the activity that undoes its host. */
function isUndone({ node }: NodeProgram): boolean {
  return node.kind === "boundary" && node.event.type === "compensation";
}

function handlerOf(boundary: NodeProgram): EdgeProgram | null {
  return boundary.scope.edges.find(({ source }) => source === boundary) ?? null;
}

/** An event sub-process for compensation listens to nothing: it begins when its scope is undone. */
function isForUndoing({ child }: NodeProgram): boolean {
  const start = child?.start?.node;
  return start?.kind === "start" && start.trigger?.type === "compensation";
}

/** The scope of one instance holds nothing but its data; the activity itself stands in it. */
function instanceScope(container: string, fields: FieldTypes): ScopeProgram {
  return {
    container,
    fields,
    defaults: {},
    start: null,
    nodes: [],
    edges: [],
    listeners: [],
    undoes: null,
    machine: NO_MACHINE,
  };
}

/** The start by hand of a process; in an event sub-process the one with its trigger. */
function startOf(nodes: readonly NodeProgram[]): NodeProgram | null {
  const starts = nodes.filter(({ kind }) => kind === "start");
  const [only] = starts;
  if (only !== undefined && only.scope.container !== null) return only;
  return (
    starts.find(({ node }) => node.kind === "start" && (node.trigger?.type ?? "none") === "none") ?? null
  );
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
