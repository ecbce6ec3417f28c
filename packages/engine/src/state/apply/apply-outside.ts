import type { Draft } from "../draft.ts";
import { withRow } from "../table.ts";
import { type Applying, change, issued, rowsLeft, without } from "./applying.ts";

/** Jobs, timers, messages, signals, conditions and calls. */
export const OUTSIDE: Applying<
  | "job.created"
  | "job.completed"
  | "job.failed"
  | "job.cancelled"
  | "timer.scheduled"
  | "timer.fired"
  | "timer.cancelled"
  | "message.awaited"
  | "message.received"
  | "message.closed"
  | "message.sent"
  | "signal.awaited"
  | "signal.received"
  | "signal.closed"
  | "signal.sent"
  | "condition.awaited"
  | "condition.changed"
  | "condition.met"
  | "condition.closed"
  | "call.started"
  | "call.completed"
  | "call.failed"
  | "call.cancelled"
> = {
  "job.created": (draft, event) => {
    issued(draft, event.job);
    change(draft, event.token, (waits) => ({ ...waits, job: event.job, input: event.input }));
  },
  "job.completed": (draft, event) => dropJob(draft, event.token),
  "job.failed": (draft, event) => dropJob(draft, event.token),
  "job.cancelled": (draft, event) => dropJob(draft, event.token),
  "timer.scheduled": (draft, event) => {
    issued(draft, event.timer);
    const { cycle } = event;
    change(draft, event.token, (waits) => ({
      ...waits,
      timers: withRow(waits.timers, event.timer, event.node),
      ...(cycle === undefined ? {} : { cycles: { ...waits.cycles, [event.node]: cycle } }),
    }));
  },
  "timer.fired": (draft, event) => dropTimer(draft, event.token, event.timer),
  "timer.cancelled": (draft, event) => dropTimer(draft, event.token, event.timer),
  "message.awaited": (draft, event) => putSubscription(draft, event.token, "subs", event),
  "message.received": (draft, event) => dropSubscription(draft, event.token, "subs", event.subscription),
  "message.closed": (draft, event) => dropSubscription(draft, event.token, "subs", event.subscription),
  "message.sent": (draft, event) => {
    issued(draft, event.message);
  },
  "signal.awaited": (draft, event) => putSubscription(draft, event.token, "signals", event),
  "signal.received": (draft, event) => dropSubscription(draft, event.token, "signals", event.subscription),
  "signal.closed": (draft, event) => dropSubscription(draft, event.token, "signals", event.subscription),
  "signal.sent": (draft, event) => {
    issued(draft, event.signal);
  },
  "condition.awaited": (draft, event) => putCondition(draft, event.token, event.node, event.holds),
  "condition.changed": (draft, event) => putCondition(draft, event.token, event.node, event.holds),
  "condition.met": (draft, event) => dropCondition(draft, event.token, event.node),
  "condition.closed": (draft, event) => dropCondition(draft, event.token, event.node),
  "call.started": (draft, event) => {
    issued(draft, event.call);
    change(draft, event.token, (waits) => ({ ...waits, call: event.call }));
  },
  "call.completed": (draft, event) => dropCall(draft, event.token),
  "call.failed": (draft, event) => dropCall(draft, event.token),
  "call.cancelled": (draft, event) => dropCall(draft, event.token),
};

function dropJob(draft: Draft, token: number | null): void {
  change(draft, token, ({ job: _, input: __, ...waits }) => waits);
}

function dropCall(draft: Draft, token: number | null): void {
  change(draft, token, ({ call: _, ...waits }) => waits);
}

/** A repeating timer goes with its last firing, or with the node that it belongs to. */
function dropTimer(draft: Draft, token: number | null, timer: number): void {
  change(draft, token, ({ timers, cycles, ...waits }) => ({
    ...waits,
    ...rowsLeft("timers", timers, timer),
    ...(cycles === undefined ? {} : without("cycles", cycles, timers?.[timer] ?? "")),
  }));
}

function putSubscription(
  draft: Draft,
  token: number | null,
  kind: "subs" | "signals",
  { subscription, node }: { readonly subscription: number; readonly node: string },
): void {
  issued(draft, subscription);
  change(draft, token, (waits) => ({ ...waits, [kind]: withRow(waits[kind], subscription, node) }));
}

/** Null is that of a start event, which has no row of the case. */
function dropSubscription(
  draft: Draft,
  token: number | null,
  kind: "subs" | "signals",
  subscription: number | null,
): void {
  if (subscription === null) return;
  change(draft, token, ({ [kind]: rows, ...waits }) => ({ ...waits, ...rowsLeft(kind, rows, subscription) }));
}

function dropCondition(draft: Draft, token: number | null, node: string): void {
  change(draft, token, ({ conds, ...waits }) => ({ ...waits, ...without("conds", conds, node) }));
}

function putCondition(draft: Draft, token: number | null, node: string, holds: boolean): void {
  change(draft, token, (waits) => ({ ...waits, conds: { ...waits.conds, [node]: holds ? 1 : 0 } }));
}
