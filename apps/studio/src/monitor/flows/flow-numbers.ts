import type { FlowStats, FlowStepStats } from "@flowright/client";
import { edgesOf, type Node, nodesOf, type WorkflowDefinition } from "@flowright/definition";

/** What a manager reads first of a flow. */
export interface FlowNumbers {
  readonly running: number;
  readonly withPeople: number;
  readonly overdue: number;
  readonly incidents: number;
  readonly oldestSince: string | null;
}

export const NO_NUMBERS: FlowNumbers = {
  running: 0,
  withPeople: 0,
  overdue: 0,
  incidents: 0,
  oldestSince: null,
};

/** The numbers of a flow over all its versions. */
export function flowNumbers(versions: readonly FlowStats[]): FlowNumbers {
  let { running, withPeople, overdue, incidents, oldestSince } = NO_NUMBERS;
  for (const stats of versions) {
    running += stats.running;
    withPeople += stats.withPeople;
    overdue += stats.overdue;
    for (const step of stats.steps) {
      incidents += step.incidents;
      oldestSince = earlier(oldestSince, step.oldestSince);
    }
  }
  return { running, withPeople, overdue, incidents, oldestSince };
}

/** A step of the diagram with its numbers. */
export interface ShownStep extends FlowStepStats {
  /** The step by whose id the cases are found that wait here. */
  readonly at: string;
}

/**
 * The numbers per step as the diagram shows them. A case that waits for the first of several events waits once, at the
 * gateway, though each event has its number; timers that watch over another wait are no wait of their own.
 */
export function shownSteps(definition: WorkflowDefinition, stats: FlowStats): ShownStep[] {
  const watching = new Set<string>();
  for (const { node } of nodesOf(definition)) if (node.kind === "boundary") watching.add(node.id);
  const numbers = new Map(stats.steps.map((step) => [step.node, step]));
  const choices = choicesIn(definition).flatMap(({ gateway, events }) => racing(gateway, events, numbers));
  for (const { events, step } of choices) {
    for (const event of events) {
      const own = numbers.get(event);
      if (own !== undefined) numbers.set(event, { ...own, waiting: own.waiting - step.waiting });
    }
  }
  const single = [...numbers.values()].filter(
    ({ node, waiting, incidents }) => incidents > 0 || (waiting > 0 && !watching.has(node)),
  );
  return [...choices.map(({ step }) => step), ...single.map((step) => ({ ...step, at: step.node }))];
}

interface Choice {
  readonly gateway: string;
  /** The events of which the first decides, as far as they are counted: a condition that is awaited is not. */
  readonly events: readonly string[];
}

function choicesIn(definition: WorkflowDefinition): Choice[] {
  const nodes = new Map([...nodesOf(definition)].map(({ node }) => [node.id, node]));
  const byGateway = Map.groupBy(edgesOf(definition), ({ edge }) => edge.source);
  return [...byGateway].flatMap(([gateway, edges]) => {
    if (nodes.get(gateway)?.kind !== "eventBased") return [];
    const events = edges.map(({ edge }) => edge.target).filter((id) => isCounted(nodes.get(id)));
    return [{ gateway, events }];
  });
}

function isCounted(node: Node | undefined): boolean {
  return node?.kind === "receiveTask" || (node?.kind === "catch" && node.event.type !== "condition");
}

/** The cases that wait at a gateway wait for all its events; what is beyond that waits at one of them alone. */
function racing(gateway: string, events: readonly string[], numbers: ReadonlyMap<string, FlowStepStats>) {
  const own = events.map((event) => numbers.get(event));
  const waiting = Math.min(...own.map((step) => step?.waiting ?? 0));
  const [first] = own;
  if (first === undefined || waiting <= 0) return [];
  const { oldestSince } = first;
  const step = { node: gateway, waiting, overdue: 0, incidents: 0, oldestSince, at: first.node };
  return [{ events, step }];
}

function earlier(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}
