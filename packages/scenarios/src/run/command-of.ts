import { findNode, type WorkflowDefinition } from "@flowright/definition";
import type { Command, InstanceState, Wait } from "@flowright/engine";
import type { Scenario, ScenarioStep } from "../format/scenario.ts";
import { scopeOf, tokensAt, waitsAt } from "./waits-at.ts";

/** A case as far as it must be known to find what a step means in it. */
export interface KnownCase {
  readonly definition: WorkflowDefinition;
  readonly state: InstanceState;
}

type StepOf<K extends ScenarioStep["kind"]> = Extract<ScenarioStep, { kind: K }>;
type ForOneCase = Exclude<
  ScenarioStep,
  { kind: "message" | "signal" | "advance" | "job" | "call" | "migrate" }
>;

/** What people do in one case, as the engine's command; null where the case has not come so far. */
export function commandOf(step: ForOneCase, known: KnownCase, people: Scenario["people"]): Command | null {
  const { state, definition } = known;
  switch (step.kind) {
    case "task":
      return taskCommand(step, known, people);
    case "begin": {
      const container = findNode(definition, step.node)?.container;
      const scope = container ? scopeOf(state, container.id) : null;
      return scope === null ? null : { kind: "adHoc.start", scope, node: step.node, by: step.by };
    }
    case "finish": {
      const scope = scopeOf(state, step.node);
      return scope === null ? null : { kind: "adHoc.finish", scope, by: step.by };
    }
    case "add-step": {
      const { step: node, after = [], before = [], by } = step;
      const scope = scopeOf(state, step.node);
      return scope === null ? null : { kind: "plan.add", scope, node, after, before, by };
    }
    case "add-items":
    case "remove-item":
      return itemsCommand(step, state);
    case "variables":
      return { kind: "variables.set", variables: step.values, by: step.by };
    case "modify":
      return modifyCommand(step, state);
    case "cancel":
      return { kind: "instance.cancel", by: step.by, reason: step.reason };
    case "suspend":
      return { kind: "instance.suspend", by: step.by };
    case "resume":
      return { kind: "instance.resume", by: step.by };
    case "retry": {
      const [wait] = waitsAt(definition, state, "incident", step);
      return wait === undefined ? null : { kind: "incident.retry", incident: wait.id, by: step.by };
    }
  }
}

function itemsCommand(step: StepOf<"add-items" | "remove-item">, state: InstanceState): Command | null {
  const token = tokensAt(state, step.node).find((id) => state.tokens[id]?.w?.many !== undefined);
  if (token === undefined) return null;
  return step.kind === "add-items"
    ? { kind: "instances.add", token, items: step.items, by: step.by }
    : { kind: "instances.remove", token, index: step.index, by: step.by };
}

function modifyCommand(step: StepOf<"modify">, state: InstanceState): Command | null {
  const { cancel = [], start = [], by, reason } = step;
  const tokens = cancel.map((node) => tokensAt(state, node));
  // Repaired is what stands there; where nothing stands the case has not come so far.
  if (tokens.some((found) => found.length === 0)) return null;
  return {
    kind: "instance.modify",
    cancel: tokens.flat(),
    start: start.map((node) => ({ node })),
    by,
    reason,
  };
}

function taskCommand(step: StepOf<"task">, known: KnownCase, people: Scenario["people"]): Command | null {
  const task = taskFor(step, known, people);
  if (task === null) return null;
  const { by, to = "", reason = "", person = "", way } = step;
  switch (step.action ?? "complete") {
    case "complete":
      return {
        kind: "task.complete",
        task,
        by,
        data: step.data ?? {},
        outcome: step.outcome,
        comment: step.comment,
        checked: step.checked,
      };
    case "claim":
      return { kind: "task.claim", task, by };
    case "release":
      return { kind: "task.release", task, by };
    case "transfer":
      return { kind: "task.transfer", task, by, to, reason };
    case "return":
      return { kind: "task.return", task, by, reason, to: step.to, way };
    case "add-approver":
      return { kind: "approval.add", task, by, person };
    case "remove-approver":
      return { kind: "approval.remove", task, by, person };
  }
}

/** The task that is meant; of one that must be refused any at that node, open to this person or not. */
function taskFor(step: StepOf<"task">, known: KnownCase, people: Scenario["people"]): number | null {
  const { definition, state } = known;
  const waits = waitsAt(definition, state, "task", step);
  const open = waits.filter(({ announced }) => announced === undefined);
  const own = open.find((wait) => isFor(step.by, wait, state, people));
  if (own !== undefined) return own.id;
  return step.refused === undefined ? null : ((open[0] ?? waits[0])?.id ?? null);
}

function isFor(by: string, wait: Wait, state: InstanceState, people: Scenario["people"]): boolean {
  const task = state.tokens[wait.token]?.w?.tasks?.[wait.id];
  if (task === undefined) return false;
  if (task.assignee !== undefined) return task.assignee === by;
  return (task.people ?? []).includes(by) || (task.roles ?? []).some((role) => people[role]?.includes(by));
}
