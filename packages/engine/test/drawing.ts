import type { CaseData, Edge, Node, Settings, WorkflowDefinition } from "@flowright/definition";

interface Extras {
  readonly variables?: CaseData["properties"];
  readonly settings?: Settings;
}

/** An edge written as `a > b`, with the rest of its members behind. */
export type Line = string | readonly [line: string, more: Partial<Edge>];

/** A definition from nodes and lines. */
export function drawing(
  nodes: readonly Node[],
  lines: readonly Line[],
  extras: Extras = {},
): WorkflowDefinition {
  return {
    schema: "flowright/workflow/v1",
    id: "drawing",
    name: "Drawing",
    nodes: [...nodes],
    edges: edges(lines),
    ...(extras.variables ? { variables: { type: "object", properties: extras.variables } } : {}),
    ...(extras.settings ? { settings: extras.settings } : {}),
  };
}

export function edges(lines: readonly Line[]): Edge[] {
  return lines.map((line) => {
    const [text, more] = typeof line === "string" ? [line, {}] : line;
    const [source = "", target = ""] = text.split(" > ");
    return { id: `${source}-to-${target}`, source, target, ...more };
  });
}

export const start = (id = "start"): Node => ({ id, kind: "start" });
export const end = (id = "end"): Node => ({ id, kind: "end" });
export const choice = (id: string): Node => ({ id, kind: "exclusive" });
export const gate = (id: string): Node => ({ id, kind: "parallel" });

export function task(id: string, more: Partial<Extract<Node, { kind: "userTask" }>> = {}): Node {
  return { id, kind: "userTask", who: { type: "people", people: ["ann", "bob"] }, ...more };
}

export function service(id: string, more: Partial<Extract<Node, { kind: "serviceTask" }>> = {}): Node {
  return { id, kind: "serviceTask", jobType: "work", ...more };
}

export function script(id: string, assignments: Record<string, string>): Node {
  return {
    id,
    kind: "scriptTask",
    assignments: Object.entries(assignments).map(([target, value]) => ({ target, value })),
  };
}

export function sub(
  id: string,
  nodes: readonly Node[],
  lines: readonly Line[],
  variables?: CaseData["properties"],
): Node {
  return {
    id,
    kind: "subProcess",
    nodes: [...nodes],
    edges: edges(lines),
    ...(variables ? { variables: { type: "object", properties: variables } } : {}),
  };
}

export function onError(id: string, attachedTo: string, code?: string, variable?: string): Node {
  return {
    id,
    kind: "boundary",
    attachedTo,
    event: {
      type: "error",
      ...(code === undefined ? {} : { code }),
      ...(variable === undefined ? {} : { variable }),
    },
  };
}

type BoundaryNode = Extract<Node, { kind: "boundary" }>;
type StartTrigger = NonNullable<Extract<Node, { kind: "start" }>["trigger"]>;

export function boundary(
  id: string,
  attachedTo: string,
  event: BoundaryNode["event"],
  interrupting = true,
): Node {
  return { id, kind: "boundary", attachedTo, event, interrupting };
}

export function catching(id: string, event: Extract<Node, { kind: "catch" }>["event"]): Node {
  return { id, kind: "catch", event };
}

export function throwing(id: string, event: Extract<Node, { kind: "throw" }>["event"]): Node {
  return { id, kind: "throw", event };
}

/** An event sub-process whose start is named after it; from there the nodes follow each other. */
export function listener(
  id: string,
  trigger: StartTrigger,
  nodes: readonly Node[],
  interrupting = true,
): Node {
  const first: Node = { id: `${id}-start`, kind: "start", trigger, interrupting };
  const all = [first, ...nodes];
  const lines = nodes.map((node, index) => `${all[index]?.id} > ${node.id}`);
  return { id, kind: "eventSubProcess", nodes: all, edges: edges(lines) };
}
