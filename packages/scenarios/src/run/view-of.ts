import { findNode } from "@flowright/definition";
import { type EngineEvent, statusOf, type TaskOpen, variablesOf, waitsOf } from "@flowright/engine";
import type { KnownCase } from "./command-of.ts";
import type { CaseView, ViewedWait } from "./scenario-host.ts";

/** What accompanies a step, or only listens: nobody would say that the case waits there. */
const BESIDE: ReadonlySet<string> = new Set(["boundary", "eventSubProcess", "start"]);

/** Whether a node is one at which a case is said to wait. */
export function isWaitedAt({ definition }: Pick<KnownCase, "definition">, node: string): boolean {
  const found = findNode(definition, node);
  return found === null || !BESIDE.has(found.node.kind);
}

/** How a case of the engine alone stands. */
export function viewOf(
  known: KnownCase,
  events: readonly EngineEvent[],
  rows: {
    readonly tasks: ReadonlyMap<number, TaskOpen>;
    readonly incidents: ReadonlyMap<number, { readonly node: string; readonly code: string }>;
  },
): CaseView {
  const { definition, state } = known;
  const waits = waitsOf(state).filter(({ node }) => isWaitedAt(known, node));
  return {
    definition: definition.id,
    status: statusOf(state),
    variables: variablesOf(state),
    waiting: waits
      .filter(({ announced }) => announced === undefined)
      .map((wait): ViewedWait => {
        const task = wait.kind === "task" ? rows.tasks.get(wait.id) : undefined;
        return { node: wait.node, ...(task === undefined ? NOBODY : whoOf(task)) };
      }),
    upcoming: waits
      .filter(({ announced }) => announced !== undefined)
      .map(({ id, node }) => ({ node, waitsFor: rows.tasks.get(id)?.waitsFor ?? [] })),
    incidents: [...rows.incidents.values()],
    events,
  };
}

const NOBODY = { people: [], roles: [] };

function whoOf({ assignee, candidates }: TaskOpen): Omit<ViewedWait, "node"> {
  if (assignee !== null) return { people: [assignee], roles: [] };
  return { people: candidates.people, roles: candidates.roles };
}
