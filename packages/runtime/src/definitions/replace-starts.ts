import type { WorkflowDefinition } from "@flowright/definition";
import { nextStart, type Program } from "@flowright/engine";
import type { Transaction } from "kysely";
import type { Tables } from "../database/tables.ts";

/** New cases start from the latest version alone, so its start events replace those of the former ones. */
export async function replaceStarts(
  trx: Transaction<Tables>,
  tenant: string,
  program: Program,
  version: number,
  publishedAt: string,
): Promise<void> {
  const { definition } = program;
  for (const table of ["message_start", "timer_start"] as const)
    await trx
      .deleteFrom(table)
      .where("tenant_id", "=", tenant)
      .where("definition_id", "=", definition.id)
      .execute();
  const messages = messageStarts(definition);
  const at = { tenant_id: tenant, definition_id: definition.id, version };
  if (messages.length > 0)
    await trx
      .insertInto("message_start")
      .values(messages.map((start) => ({ ...at, ...start })))
      .execute();
  const timers = definition.nodes.flatMap((node) => {
    const due = node.kind === "start" ? nextStart(program, node.id, publishedAt) : null;
    return due === null ? [] : [{ ...at, node: node.id, due }];
  });
  if (timers.length > 0) await trx.insertInto("timer_start").values(timers).execute();
}

interface MessageStart {
  readonly node: string;
  readonly type: "message" | "signal";
  readonly name: string;
  readonly one_per_key: boolean;
}

function messageStarts({ nodes }: WorkflowDefinition): MessageStart[] {
  return nodes.flatMap((node): MessageStart[] => {
    if (node.kind !== "start") return [];
    const { id, trigger } = node;
    if (trigger?.type === "message") {
      const { message, onePerKey = false } = trigger;
      return [{ node: id, type: "message", name: message.name, one_per_key: onePerKey }];
    }
    if (trigger?.type === "signal")
      return [{ node: id, type: "signal", name: trigger.signal.name, one_per_key: false }];
    return [];
  });
}
