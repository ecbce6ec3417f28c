import type { Flow } from "../flow.ts";
import type { Action } from "./action.ts";

/** Something that waits, named so that both sides name it alike. */
export interface SeenWait {
  readonly kind: "task" | "job" | "call" | "timer" | "message" | "signal" | "incident";
  /** Kind, node, scope and what tells it from others: the same text on both sides. */
  readonly key: string;
  readonly node: string;
  readonly id: number;
  /** By this those of one name are told apart. */
  readonly age: number;
  /** Of a timer: its instant. */
  readonly due?: string;
  readonly people?: readonly string[];
  /** Where the task may be returned to. */
  readonly targets?: readonly string[];
  /** Those of them that are of the same scope, from where it may go straight back. */
  readonly near?: readonly string[];
  readonly asking?: { readonly more: boolean; readonly fewer: boolean };
  /** Who may get the task instead, and whether it may be given back to all who may do it. */
  readonly heirs?: readonly string[];
  readonly releasable?: boolean;
  readonly assignee?: string | null;
  readonly type?: string;
}

/** Something that people may do beside what waits, where it is the only one of its kind. */
export type Offer =
  | { readonly do: "begin"; readonly path: string; readonly node: string }
  | { readonly do: "end"; readonly path: string }
  | { readonly do: "add"; readonly path: string; readonly node: string }
  /** Steps of a plan before which one more may come, and pairs of which it may come between. */
  | { readonly do: "plan"; readonly path: string; readonly ways: readonly PlaceInPlan[] }
  | { readonly do: "remove"; readonly path: string; readonly node: string; readonly index: number };

/** What may be repaired by hand. */
export type RepairAction = Extract<Action, { readonly do: "modify" }>;

export interface PlaceInPlan {
  readonly after: readonly string[];
  readonly before: readonly string[];
}

/** How a case stands, in the same words on both sides. */
export interface View {
  readonly status: string;
  readonly waits: readonly SeenWait[];
  /** Variables by scope. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** What is counted at joins, and how many instances an activity has in all, by scope. */
  readonly counted: readonly string[];
  /** What a case remembers besides: votes, steps of plans that are done, blocks that are ending, ways back, … */
  readonly remembered: readonly string[];
  /** What can be undone, oldest first, by scope; and what is left to be undone for a thrower. */
  readonly undoable: readonly string[];
  /** Edges taken and steps completed in the last turn. */
  readonly trace: readonly string[];
  /** Known to the reference alone. */
  readonly offers?: readonly Offer[];
  readonly repairs?: readonly RepairAction[];
  /** A token was cancelled while it moved, so that how far it came depends on the order of moves. */
  readonly cutShort?: boolean;
  /** Messages and signals sent in the last turn. */
  readonly told: readonly string[];
}

export interface ScopeOfView {
  readonly node: string | null;
  readonly instance: number | null;
}

/** The name of a scope from those around it, the process first. Of an instance of a container its own scope is one. */
export function pathText(scopes: readonly ScopeOfView[]): string {
  const parts: string[] = [];
  for (const { node, instance } of scopes) {
    if (node === null) continue;
    if (instance !== null) parts.push(`${node}#${instance}`);
    else if (parts.at(-1)?.split("#")[0] !== node || !parts.at(-1)?.includes("#")) parts.push(node);
  }
  return `/${parts.join("/")}`;
}

/** The start of an event sub-process stands for it, since it waits on its behalf. */
export function waitingNode(flow: Flow, id: string): string {
  const node = flow.node(id);
  const { container } = flow.placeOf(id);
  return node.kind === "start" && container?.kind === "eventSubProcess" ? container.id : id;
}

/**
 * What tells waits of one name apart: the number of the row, which rises with age; in a plan that of the token, because
 * a task may have been announced before others that opened earlier.
 */
export function ageOf(flow: Flow, node: string, token: number, id: number): number {
  return flow.placeOf(node).container?.kind === "plan" ? token : id;
}

/** The one of those of one name that is meant, the oldest first. */
export function nthOf<Wait extends SeenWait>(
  waits: readonly Wait[],
  key: string,
  nth: number,
): Wait | undefined {
  const alike = waits.filter((wait) => wait.key === key);
  return alike.sort((one, other) => one.age - other.age || one.id - other.id)[nth];
}

export function waitKey(kind: SeenWait["kind"], node: string, path: string, label: string): string {
  return `${kind} ${node} in ${path}${label === "" ? "" : ` (${label})`}`;
}

/** What differs, as lines to read; empty where all is alike. */
export function differences(engine: View, reference: View): string[] {
  const lines: string[] = [];
  const compare = (what: string, one: unknown, other: unknown) => {
    const [left, right] = [sortedJson(one), sortedJson(other)];
    if (left !== right) lines.push(`${what}\n  engine    ${left}\n  reference ${right}`);
  };
  compare("status", engine.status, reference.status);
  compare("waits", keysOf(engine), keysOf(reference));
  compare("variables", engine.variables, reference.variables);
  compare("counted", engine.counted, reference.counted);
  compare("remembered", engine.remembered, reference.remembered);
  compare("undoable", engine.undoable, reference.undoable);
  if (!reference.cutShort) compare("turn", traceOf(engine), traceOf(reference));
  compare("sent", engine.told.toSorted(), reference.told.toSorted());
  return lines;
}

/** Edges as often as they were taken; steps once, since the engine's log repeats those that several edges leave. */
function traceOf({ trace }: View): string[] {
  const steps = new Set(trace.filter((entry) => entry.startsWith("done ")));
  return [...steps, ...trace.filter((entry) => !entry.startsWith("done "))].sort();
}

export function keysOf({ waits }: View): string[] {
  return waits.map(({ key }) => key).sort();
}

/** JSON with the names of objects in order. */
export function sortedJson(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  );
}
