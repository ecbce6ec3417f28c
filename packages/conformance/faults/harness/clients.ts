import { setTimeout as delay } from "node:timers/promises";
import type { MessageResult, Page, TaskSummary } from "@flowright/client";
import type { Result, Runtime } from "@flowright/runtime";
import { ann, machine } from "../../../runtime/test/turns/open-world.ts";
import type { FaultWorld } from "./fault-world.ts";

/** What the clients were told, in their own log: all that the runtime has promised. */
export interface ClientLog {
  /** Case ids by business key. */
  readonly started: Map<string, string>;
  readonly completed: Set<string>;
  readonly sent: Set<string>;
  /** Codes of refusals that were not about a database or a node that is away. */
  readonly refused: Map<string, number>;
  /** Times that something was said again because there was no answer. */
  again: number;
}

export interface LoadOptions {
  readonly cases: number;
  /** Milliseconds over which the cases are begun. */
  readonly over: number;
  /** How many of them kill whoever calls the outside for them. */
  readonly poisoned?: number;
  /** How often each command is said at the same moment. */
  readonly times?: () => number;
}

/**
 * Customers start cases and carriers send messages while people do the tasks, through whichever node answers. Whoever
 * hears nothing says it again, with the same key. Ends when the signal does.
 */
export async function clientsWork(
  faults: FaultWorld,
  options: LoadOptions,
  signal: AbortSignal,
): Promise<ClientLog> {
  const log: ClientLog = {
    started: new Map(),
    completed: new Set(),
    sent: new Set(),
    refused: new Map(),
    again: 0,
  };
  const say = async <Answer>(
    service: keyof Runtime,
    method: string,
    ...args: readonly unknown[]
  ): Promise<Answer | null> => {
    while (!signal.aborted) {
      const node = faults.places[Math.floor(Math.random() * faults.places.length)]?.node;
      try {
        if (node) return await Promise.race([node.ask<Answer>(service, method, ...args), late(signal)]);
      } catch {
        log.again++;
      }
      await delay(50);
    }
    return null;
  };
  /** Null where it was refused for good, or the campaign is over. */
  const command = async <Answer>(
    service: keyof Runtime,
    method: string,
    ...args: readonly unknown[]
  ): Promise<Answer | null> => {
    while (!signal.aborted) {
      const one = () => say<Result<Answer>>(service, method, ...args);
      const all = await Promise.all(Array.from({ length: options.times?.() ?? 1 }, one));
      const good = all.find((result) => result?.ok);
      if (good?.ok) return good.value;
      const refusal = all.find((result) => result !== null && !result.ok && result.refusal.status !== 503);
      if (refusal && !refusal.ok) {
        const { code } = refusal.refusal.problem;
        log.refused.set(code, (log.refused.get(code) ?? 0) + 1);
        return null;
      }
      log.again++;
      await delay(100);
    }
    return null;
  };

  const customer = async (index: number) => {
    await delay((options.over * index) / options.cases);
    const orderNo = index < (options.poisoned ?? 0) ? `poison-${index}` : `O-${index}`;
    const body = { definitionId: "order", businessKey: orderNo, variables: { orderNo } };
    const once = { idempotencyKey: `start ${index}` };
    const started = await command<{ id: string }>("instances", "start", machine, body, once);
    if (started) log.started.set(orderNo, started.id);
    const message = { name: "parcel.arrived", key: orderNo, id: `message ${index}`, ttl: "P1D" };
    const sent = await command<MessageResult>("messages", "send", machine, message);
    if (sent) log.sent.add(message.id);
  };
  const people = async () => {
    while (!signal.aborted) {
      const page = await say<Page<TaskSummary>>("tasks", "list", ann, { box: "available", limit: 100 });
      await Promise.all(
        (page?.items ?? []).map(async ({ id }) => {
          const once = { idempotencyKey: `task ${id}` };
          if (await command("tasks", "complete", ann, id, {}, once)) log.completed.add(id);
        }),
      );
      await delay(50, null, { signal }).catch(() => undefined);
    }
  };
  await Promise.all([people(), ...Array.from({ length: options.cases }, (_, index) => customer(index))]);
  return log;
}

/** A node that is paused does not answer; whoever waits goes to another one. */
async function late(signal: AbortSignal): Promise<never> {
  await delay(15_000, null, { signal, ref: false }).catch(() => undefined);
  throw new Error("no answer");
}
