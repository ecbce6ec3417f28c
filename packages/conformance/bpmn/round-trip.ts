import { exportBpmn, importBpmn } from "@flowright/bpmn";
import { canonicalJson, type Node, type WorkflowDefinition } from "@flowright/definition";

export interface RoundTrip {
  readonly xml: string;
  /** What came back, if anything did. */
  readonly back: WorkflowDefinition | undefined;
  /** Where the flow that came back differs from the one that went out; null where it does not. */
  readonly difference: string | null;
}

/** A flow as a BPMN file and back. */
export function roundTrip(definition: WorkflowDefinition): RoundTrip {
  const { xml } = exportBpmn(definition);
  const { definitions, problems } = importBpmn(xml);
  const [back] = definitions;
  if (!back) return { xml, back, difference: problems[0]?.message.en ?? "nothing came back" };
  return { xml, back, difference: firstDifference(inOrder(definition), inOrder(back)) };
}

/** The order of steps and lines is no part of what a file says. */
function inOrder<T extends Pick<WorkflowDefinition, "nodes" | "edges">>(scope: T): T {
  const byId = (one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1);
  const nodes = scope.nodes.map((node): Node => ("nodes" in node ? inOrder(node) : node)).sort(byId);
  return { ...scope, nodes, edges: [...scope.edges].sort(byId) };
}

function firstDifference(out: unknown, back: unknown): string | null {
  const [one, other] = [canonicalJson(out), canonicalJson(back)];
  if (one === other) return null;
  let at = 0;
  while (one[at] === other[at]) at++;
  const part = (text: string) => text.slice(Math.max(0, at - 120), at + 120);
  return `out:  …${part(one)}…\nback: …${part(other)}…`;
}
