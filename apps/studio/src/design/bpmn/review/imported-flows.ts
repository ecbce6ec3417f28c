import { isContainer, type Node, nodesOf, type WorkflowDefinition } from "@flowright/definition";

export interface ImportPlan {
  /** Ids, in the file, of the flows that are to be made. */
  readonly chosen: ReadonlySet<string>;
  /** Ids of the flows that the workspace has. */
  readonly taken: ReadonlySet<string>;
  /** The flow that the first of them becomes the drawing of, where there is one: its id. */
  readonly into?: string | undefined;
}

/**
 * The flows that an import makes. One whose id is taken gets the next free one, and the others of the file that call it
 * call it by that.
 */
export function importedFlows(
  definitions: readonly WorkflowDefinition[],
  { chosen, taken, into }: ImportPlan,
): WorkflowDefinition[] {
  const made = definitions.filter(({ id }) => chosen.has(id));
  const gone = new Set(taken);
  const ids = new Map<string, string>();
  for (const [index, { id }] of made.entries()) {
    const given = index === 0 && into !== undefined ? into : freeId(id, gone);
    gone.add(given);
    ids.set(id, given);
  }
  return made.map((definition) => ({
    ...withCalls(definition, ids),
    id: ids.get(definition.id) ?? definition.id,
  }));
}

/** Ids of flows that a flow calls, each once. */
export function callsOf(definition: WorkflowDefinition): string[] {
  const called = [...nodesOf(definition)].flatMap(({ node }) =>
    node.kind === "callActivity" ? node.process : [],
  );
  return [...new Set(called)];
}

/** What chosen flows call that is neither chosen nor in the workspace. */
export function missingCalls(
  definitions: readonly WorkflowDefinition[],
  { chosen, taken }: ImportPlan,
): string[] {
  const called = definitions.filter(({ id }) => chosen.has(id)).flatMap(callsOf);
  return [...new Set(called)].filter((id) => !chosen.has(id) && !taken.has(id));
}

function freeId(id: string, gone: ReadonlySet<string>): string {
  if (!gone.has(id)) return id;
  for (let number = 2; ; number++) {
    const next = `${id.slice(0, 95)}-${number}`;
    if (!gone.has(next)) return next;
  }
}

function withCalls<T extends Pick<WorkflowDefinition, "nodes">>(
  scope: T,
  ids: ReadonlyMap<string, string>,
): T {
  const nodes = scope.nodes.map((node): Node => {
    if (node.kind === "callActivity") return { ...node, process: ids.get(node.process) ?? node.process };
    return isContainer(node) ? (withCalls(node, ids) as Node) : node;
  });
  return { ...scope, nodes };
}
