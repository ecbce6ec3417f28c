import type { WorkflowDefinition } from "@flowright/definition";
import type { Refusal } from "../command/command.ts";
import { indexOf } from "../document/index-of.ts";
import type { ConnectionRule } from "./connection/connection-rule.ts";
import { eventsAfterEventGateway } from "./connection/events-after-event-gateway.ts";
import { jumpsWithoutLines } from "./connection/jumps-without-lines.ts";
import { notItself } from "./connection/not-itself.ts";
import { notTwice } from "./connection/not-twice.ts";
import { nothingAfterEnd } from "./connection/nothing-after-end.ts";
import { nothingAtEventBlock } from "./connection/nothing-at-event-block.ts";
import { nothingBeforeStart } from "./connection/nothing-before-start.ts";
import { nothingIntoBoundary } from "./connection/nothing-into-boundary.ts";
import { oneWayIntoRacedEvent } from "./connection/one-way-into-raced-event.ts";
import { planLines } from "./connection/plan-lines.ts";
import { sameContainer } from "./connection/same-container.ts";
import { undoneByOneStep } from "./connection/undone-by-one-step.ts";

const RULES: readonly ConnectionRule[] = [
  notItself,
  nothingAfterEnd,
  nothingBeforeStart,
  nothingIntoBoundary,
  nothingAtEventBlock,
  jumpsWithoutLines,
  sameContainer,
  notTwice,
  eventsAfterEventGateway,
  oneWayIntoRacedEvent,
  undoneByOneStep,
  planLines,
];

/** Whether a line may lead from one step to another: true, or the reason why not. */
export function canConnect(
  definition: WorkflowDefinition,
  source: string,
  target: string,
  redrawn: string | null = null,
): true | Refusal {
  const index = indexOf(definition);
  const from = index.nodes.get(source)?.node;
  const to = index.nodes.get(target)?.node;
  if (!from || !to) {
    return {
      code: "connect.unknown",
      message: { en: "That step is no longer there.", "zh-CN": "该节点已不存在。" },
    };
  }
  for (const rule of RULES) {
    const refusal = rule({ source: from, target: to, index, redrawn });
    if (refusal) return refusal;
  }
  return true;
}
