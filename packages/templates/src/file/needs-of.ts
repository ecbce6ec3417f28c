import { nodesOf, type WorkflowDefinition } from "@flowright/definition";

/** What a flow needs in its workspace. */
export interface FlowNeeds {
  /** Ids of the roles that do something in it, in the order of the flow's own list. */
  readonly roles: readonly string[];
  readonly systems: readonly string[];
  /** Ids of the flows that it calls. */
  readonly flows: readonly string[];
  readonly decisions: readonly string[];
  readonly forms: number;
  /** Steps that people do. */
  readonly tasks: number;
}

/** What a flow needs: roles, systems, called flows, decision tables; and how many forms and tasks it has. */
export function needsOf(definition: WorkflowDefinition): FlowNeeds {
  const systems = new Set<string>();
  const flows = new Set<string>();
  const decisions = new Set<string>();
  let tasks = 0;
  for (const { node } of nodesOf(definition)) {
    if (node.kind === "userTask" || node.kind === "approval") tasks++;
    if (node.kind === "serviceTask" && node.call !== undefined) systems.add(node.call.system);
    if (node.kind === "callActivity") flows.add(node.process);
    if (node.kind === "businessRuleTask" && node.decision !== undefined) decisions.add(node.decision.id);
  }
  return {
    roles: (definition.roles ?? []).map(({ id }) => id),
    systems: [...systems],
    flows: [...flows],
    decisions: [...decisions],
    forms: definition.forms?.length ?? 0,
    tasks,
  };
}
