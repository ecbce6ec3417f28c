import { setup } from "xstate";
import type { EdgeProgram, HoldsEdge, MachineMove, NodeProgram } from "../program/program.ts";

/** `holds` is put into every event by the coordinator, so that guards never read XState's context. */
export interface MachineEvent {
  readonly type: string;
  readonly holds: HoldsEdge;
}

/** An action in the machine's config: indices of the scope's nodes and edges. */
export interface MachineAction {
  readonly type: MachineMove["kind"];
  readonly params: { readonly node?: number; readonly edges?: readonly number[] };
}

interface Transition {
  readonly target?: string;
  /** Set with every target, so that an edge back to its own node enters it again. */
  readonly reenter?: true;
  readonly guard?: { readonly type: "holds"; readonly params: { readonly edge: number } };
  readonly actions: readonly MachineAction[];
}

interface StateConfig {
  entry?: MachineAction[];
  exit?: MachineAction[];
  always?: Transition[];
  on: Record<string, Transition>;
}

const idle = () => undefined;

const machineSetup = setup({
  types: {} as { events: MachineEvent; context: Record<string, never> },
  actions: {
    close: idle,
    take: idle,
    pass: idle,
    passed: idle,
    open: idle,
    begin: idle,
    split: idle,
    arrive: idle,
    finish: idle,
    fork: idle,
    drain: idle,
    stuck: idle,
    spawn: idle,
    jump: idle,
  },
  guards: { holds: ({ event }, params: { edge: number }) => event.holds(params.edge) },
});

/** Where a token stands before it has been put anywhere. */
const NOWHERE = "nowhere";

/** Name of a node's state: its place in the scope, since an id may hold the dots that XState reads as paths. */
export function stateNameOf(node: NodeProgram): string {
  return `n${node.index}`;
}

/**
 * One flat machine whose states are the scope's nodes. Actions only name what the coordinator has to do.
 */
export function createScopeMachine(nodes: readonly NodeProgram[]) {
  const states: Record<string, StateConfig> = {
    [NOWHERE]: {
      on: Object.fromEntries(
        nodes.map((node) => [`stand.${node.id}`, { target: stateNameOf(node), actions: [] }]),
      ),
    },
  };
  for (const node of nodes) states[stateNameOf(node)] = stateOf(node, nodes);
  const choices = nodes.filter((node) => node.kind === "exclusive").length;
  // The type of a machine's config names its states one by one, which is impossible for a drawing.
  const config = {
    initial: NOWHERE,
    context: {},
    states,
    options: { maxIterations: choices + 3 },
  } as unknown as Parameters<typeof machineSetup.createMachine>[0];
  return machineSetup.createMachine(config);
}

function stateOf(node: NodeProgram, nodes: readonly NodeProgram[]): StateConfig {
  const { kind, incoming, outgoing } = node;
  const here = { node: node.index };
  switch (kind) {
    case "exclusive":
      return {
        entry: [{ type: "pass", params: here }],
        on: { again: { actions: [] } },
        always: choices(outgoing).map((edge) => ({
          ...to(edge.target),
          guard: { type: "holds", params: { edge: edge.index } },
          actions: [{ type: "passed", params: here }, take(edge)],
        })),
      };
    case "parallel":
    case "inclusive":
    case "complex":
      return {
        // What a complex gateway needs is asked of a single branch, too.
        entry: [{ type: incoming.length > (kind === "complex" ? 0 : 1) ? "arrive" : "split", params: here }],
        on: takes(outgoing),
      };
    case "end":
      return { entry: [{ type: "finish", params: here }], on: {} };
    case "eventBased":
      return {
        entry: [{ type: "open", params: here }],
        exit: [{ type: "close", params: here }],
        on: Object.fromEntries(
          outgoing.map((edge) => [`pick.${edge.target.id}`, { ...to(edge.target), actions: [take(edge)] }]),
        ),
      };
    case "throw":
      return throwing(node, nodes);
    case "start":
    case "boundary":
      return activity(node, "begin");
    case "catch":
      return activity(node, linkOf(node) === null ? "open" : "begin");
    default:
      return activity(node, "open");
  }
}

/** A link that is thrown goes on where it is caught, in the same move. */
function throwing(node: NodeProgram, nodes: readonly NodeProgram[]): StateConfig {
  const name = linkOf(node);
  const caught = nodes.find((other) => other.kind === "catch" && linkOf(other) === name);
  if (name === null || caught === undefined) return activity(node, "open");
  const here = { node: node.index };
  return {
    entry: [{ type: "pass", params: here }],
    on: {},
    always: [
      {
        ...to(caught),
        actions: [
          { type: "passed", params: here },
          { type: "jump", params: { node: caught.index } },
        ],
      },
    ],
  };
}

/** The name of the link that a node throws or catches. */
export function linkOf({ node }: NodeProgram): string | null {
  if (node.kind !== "throw" && node.kind !== "catch") return null;
  return node.event.type === "link" ? node.event.name : null;
}

function activity(node: NodeProgram, entry: "begin" | "open"): StateConfig {
  const on: Record<string, Transition> = { ...takes(node.outgoing) };
  if (node.kind === "approval") {
    for (const outcome of ["approved", "rejected"]) {
      on[`outcome.${outcome}`] = leaveBy(node, edgesFor(node, outcome), "stuck");
    }
    // Done for each of a list that was empty, it has no outcome.
    on.done = leaveBy(node, edgesFor(node, undefined), "stuck");
  } else {
    on.done = leaveBy(node, node.outgoing, "drain");
  }
  for (const boundary of node.boundaries) {
    on[`boundary.${boundary.id}`] = interrupts(boundary)
      ? { ...to(boundary), actions: [] }
      : { actions: [{ type: "spawn", params: { node: boundary.index } }] };
  }
  return {
    entry: [{ type: entry, params: { node: node.index } }],
    exit: [{ type: "close", params: { node: node.index } }],
    on,
  };
}

/** Whether a boundary event, or the start of an event sub-process, ends what it happens to. An error and a cancelled transaction always do. */
export function interrupts({ node }: NodeProgram): boolean {
  if (node.kind === "start") return node.trigger?.type === "error" || node.interrupting !== false;
  if (node.kind !== "boundary") return false;
  return node.event.type === "error" || node.event.type === "cancel" || node.interrupting !== false;
}

function leaveBy(node: NodeProgram, edges: readonly EdgeProgram[], otherwise: "drain" | "stuck"): Transition {
  const here = { node: node.index };
  const [only] = edges;
  if (only === undefined) {
    const drains = otherwise === "drain" || node.outgoing.length === 0;
    return { actions: [{ type: drains ? "drain" : "stuck", params: here }] };
  }
  if (edges.length === 1) return { ...to(only.target), actions: [take(only)] };
  return {
    actions: [
      { type: "close", params: here },
      { type: "fork", params: { edges: edges.map((edge) => edge.index) } },
    ],
  };
}

/** The edges drawn for an outcome; where there are none, those drawn for no outcome in particular. */
function edgesFor(node: NodeProgram, outcome: string | undefined): readonly EdgeProgram[] {
  const drawn = node.outgoing.filter(({ edge }) => edge.outcome === outcome);
  return drawn.length > 0 ? drawn : node.outgoing.filter(({ edge }) => edge.outcome === undefined);
}

function choices(edges: readonly EdgeProgram[]): EdgeProgram[] {
  return [...edges.filter(({ edge }) => !edge.default), ...edges.filter(({ edge }) => edge.default)];
}

function takes(edges: readonly EdgeProgram[]): Record<string, Transition> {
  return Object.fromEntries(
    edges.map((edge) => [`take.${edge.id}`, { ...to(edge.target), actions: [take(edge)] }]),
  );
}

function to(node: NodeProgram): { readonly target: string; readonly reenter: true } {
  return { target: stateNameOf(node), reenter: true };
}

function take(edge: EdgeProgram): MachineAction {
  return { type: "take", params: { edges: [edge.index] } };
}
