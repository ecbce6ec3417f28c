import type pg from "pg";
import { inOnePacket } from "../database/pool/one-packet.ts";
import type { BatchChanges } from "./changes/batch-changes.ts";
import { moveRows } from "./sql/move-rows.ts";
import { insertInstances, updateInstances } from "./sql/write-instances.ts";
import {
  bindFiles,
  insertLive,
  insertOnces,
  insertTurns,
  type OnceInsert,
  settleDeliveries,
  writeIncidents,
} from "./sql/write-log.ts";
import { insertDeliveries, insertMessages } from "./sql/write-outgoing.ts";
import { insertTasks, updateTasks } from "./sql/write-tasks.ts";
import { writeWaits } from "./sql/write-waits.ts";

/**
 * Writes everything of one batch and commits: set-based, sent without waiting between statements. Once this
 * function returns the batch is durable; where it throws, nothing of it is, unless the connection was lost
 * while the commit was under way.
 */
export async function writeBatch(
  client: pg.PoolClient,
  changes: BatchChanges,
  now: string,
  commit: { sent: boolean },
  oncesOf: (numbers: ReadonlyMap<string, string>) => readonly OnceInsert[],
): Promise<Map<string, string>> {
  const numbers =
    changes.created.size > 0 ? await insertInstances(client, changes.created) : new Map<string, string>();
  const onces = oncesOf(numbers);
  const settled = await Promise.allSettled(
    inOnePacket(client, () => send(client, changes, now, commit, onces)),
  );
  const failed = settled.find((one) => one.status === "rejected");
  if (failed) throw failed.reason;
  return numbers;
}

function send(
  client: pg.PoolClient,
  changes: BatchChanges,
  now: string,
  commit: { sent: boolean },
  onces: readonly OnceInsert[],
): Promise<unknown>[] {
  const sent: Promise<unknown>[] = [];
  if (changes.updated.size > 0) sent.push(updateInstances(client, changes.updated));
  if (changes.turns.length > 0) sent.push(insertTurns(client, changes.turns));
  sent.push(...insertTasks(client, changes.taskInserts));
  sent.push(...updateTasks(client, changes.taskChanges));
  sent.push(...writeWaits(client, changes), ...writeIncidents(client, changes));
  if (changes.messages.length > 0) sent.push(insertMessages(client, changes.messages, now));
  if (changes.deliveries.length > 0) sent.push(insertDeliveries(client, changes.deliveries));
  if (changes.moved.length > 0) sent.push(...moveRows(client, changes.moved));
  if (changes.live.size > 0) sent.push(insertLive(client, changes.live));
  if (changes.files.length > 0) sent.push(bindFiles(client, changes.files));
  if (changes.settled.length > 0) sent.push(settleDeliveries(client, changes.settled, now));
  if (onces.length > 0) sent.push(insertOnces(client, onces));
  // A failed statement turns this commit into a rollback, so it may be sent at once.
  commit.sent = true;
  sent.push(client.query("commit"));
  return sent;
}
