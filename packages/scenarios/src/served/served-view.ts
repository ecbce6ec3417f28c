import type { EngineEvent } from "@flowright/engine";
import type { CaseView } from "../run/scenario-host.ts";
import { isWaitedAt } from "../run/view-of.ts";
import type { ServedCase } from "./scenario-services.ts";

/** How a case stands, from what the API tells of it. */
export function servedView(served: ServedCase, events: readonly EngineEvent[]): CaseView {
  const { definition, status, variables, tasks, waiting, incidents } = served;
  const open = tasks.filter((task) => task.status === "open");
  return {
    definition: definition.id,
    status,
    variables,
    waiting: [
      ...open.map(({ node, assignee, candidatePeople, candidateRoles }) =>
        assignee === null
          ? { node, people: candidatePeople, roles: candidateRoles }
          : { node, people: [assignee], roles: [] },
      ),
      ...waiting
        .filter(({ kind, node }) => kind !== "task" && isWaitedAt(served, node))
        .map(({ node }) => ({ node, people: [], roles: [] })),
    ],
    upcoming: tasks
      .filter((task) => task.status === "waiting")
      .map(({ node, waitsFor }) => ({ node, waitsFor: waitsFor.map((one) => one.node) })),
    incidents: incidents
      .filter(({ resolvedAt }) => resolvedAt === null)
      .map(({ node, code }) => ({ node, code })),
    events,
  };
}
