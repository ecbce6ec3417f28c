import type { FlowStats, FlowStepStats } from "@flowright/client";
import { edgesOf, nodesOf, type WorkflowDefinition } from "@flowright/definition";

/** What a manager reads first of a flow. */
export interface FlowNumbers {
  readonly running: number;
  readonly withPeople: number;
  readonly overdue: number;
  readonly incidents: number;
  readonly oldestSince: string | null;
}

/** One version of a flow with its numbers. */
interface VersionNumbers {
  readonly definition: WorkflowDefinition;
  readonly stats: FlowStats;
}

export const NO_NUMBERS: FlowNumbers = {
  running: 0,
  withPeople: 0,
  overdue: 0,
  incidents: 0,
  oldestSince: null,
};

/** The numbers of a flow over all its versions. */
export function flowNumbers(versions: readonly VersionNumbers[]): FlowNumbers {
  let { running, withPeople, overdue, incidents, oldestSince } = NO_NUMBERS;
  for (const { definition, stats } of versions) {
    const people = new Set<string>();
    for (const { node } of nodesOf(definition)) {
      if (node.kind === "userTask" || node.kind === "approval") people.add(node.id);
    }
    running += stats.running;
    for (const step of stats.steps) {
      if (people.has(step.node)) withPeople += step.waiting;
      overdue += step.overdue;
      incidents += step.incidents;
      oldestSince = earlier(oldestSince, step.oldestSince);
    }
  }
  return { running, withPeople, overdue, incidents, oldestSince };
}

/**
 * The numbers per step as the diagram shows them. A case that waits for a message also has the timers that watch over
 * the wait; it would count twice if these were shown.
 */
export function shownSteps(definition: WorkflowDefinition, stats: FlowStats): FlowStepStats[] {
  const choices = new Set<string>();
  const afterChoice = new Set<string>();
  for (const { node } of nodesOf(definition)) if (node.kind === "eventBased") choices.add(node.id);
  for (const { edge } of edgesOf(definition)) if (choices.has(edge.source)) afterChoice.add(edge.target);
  const watching = new Set<string>();
  for (const { node } of nodesOf(definition)) {
    if (node.kind === "boundary") watching.add(node.id);
    if (node.kind === "catch" && node.event.type === "timer" && afterChoice.has(node.id))
      watching.add(node.id);
  }
  return stats.steps.filter(({ node, incidents }) => !watching.has(node) || incidents > 0);
}

function earlier(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}
