import type { MessageResult, SendMessage, SendSignal, SignalResult } from "@flowright/client";
import { checkStoredJson } from "@flowright/definition";
import { durationMilliseconds } from "@flowright/expressions";
import { sql, type Transaction } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { Caller } from "../contract/caller.ts";
import type { Result } from "../contract/result.ts";
import type { Once } from "../contract/runtime.ts";
import type { Tables } from "../database/tables.ts";
import { withEngine } from "../database/with-tenant.ts";
import { withOnce } from "../idempotency/with-once.ts";
import { refuseLargeValue } from "../problem/large-value.ts";
import { problemsBelow } from "../problem/problems-below.ts";
import { requirePermission } from "../problem/require-permission.ts";
import { type TurnParts, turnTime } from "../turns/turn-parts.ts";
import { deliver, type StoredMessage } from "./deliver.ts";
import { type Matched, matchMessage } from "./match-message.ts";
import { refuseMessage } from "./message-problems.ts";

const YEAR = 366 * 86_400_000;
const DAY = 86_400_000;

/**
 * Takes a message once per id, stores it, and brings it to whoever waits. Once this answers, the message is
 * durable: what is not delivered yet is delivered later, whatever happens to this process.
 */
export function sendMessage(
  parts: TurnParts,
  caller: Caller,
  body: SendMessage,
  once: Once | undefined,
): Promise<Result<MessageResult>> {
  return take(parts, caller, "message", body, once);
}

/** Takes a signal once per id and brings it to everything that waits for its name now. */
export async function sendSignal(
  parts: TurnParts,
  caller: Caller,
  body: SendSignal,
  once: Once | undefined,
): Promise<Result<SignalResult>> {
  const taken = await take(parts, caller, "signal", body, once);
  if (!taken.ok) return taken;
  const { id, instances } = taken.value;
  return { ok: true, value: { id, instances } };
}

async function take(
  parts: TurnParts,
  caller: Caller,
  type: StoredMessage["type"],
  body: SendMessage,
  once: Once | undefined,
): Promise<Result<MessageResult>> {
  const missing = requirePermission(caller, "message.send");
  if (missing) return missing;
  const large = refuseLargeValue(body.data, "/data");
  if (large) return large;
  const ttl = check(body);
  if (!ttl.ok) return ttl;
  // Without an id the idempotency key is one: a message sent again is the same message.
  const id = body.id ?? once?.idempotencyKey ?? uuidv7();
  const message: StoredMessage = { type, name: body.name, key: body.key ?? null, id, data: body.data ?? {} };
  let matched: Matched | null = null;
  let first = false;
  const stored = await withEngine(parts.database, (trx) => {
    first = false;
    return withOnce(trx, caller, once, type, { ...body, id }, async () => {
      first = true;
      matched = await store(parts, trx, caller, message, ttl.value);
      return { ok: true, value: { id, result: "buffered", instances: [] } satisfies MessageResult };
    });
  });
  if (!stored.ok || !first) return stored;
  const answer = await bring(parts, caller, message, matched);
  if (once?.idempotencyKey !== undefined) await keepAnswer(parts, caller, once.idempotencyKey, answer);
  return { ok: true, value: answer };
}

async function bring(
  parts: TurnParts,
  caller: Caller,
  message: StoredMessage,
  first: Matched | null,
): Promise<MessageResult> {
  const { id } = message;
  let matched = first;
  if (matched === null) return await duplicate(parts, caller, id);
  // A subscription may have opened while the message was being stored: neither saw the other. Look again.
  if (isBuffered(matched)) {
    matched =
      (await withEngine(parts.database, (trx) => matchMessage(parts, trx, caller.tenant, id))) ?? matched;
  }
  if (matched.deliveries.length === 0) {
    const { alive } = matched;
    return { id, result: alive.length > 0 ? "duplicate" : "buffered", instances: [...alive] };
  }
  const { delivered, started } = await deliver(parts, matched.deliveries, message);
  const result = delivered.length > 0 ? "delivered" : started.length > 0 ? "started" : "buffered";
  return { id, result, instances: [...delivered, ...started] };
}

async function keepAnswer(
  parts: TurnParts,
  caller: Caller,
  key: string,
  answer: MessageResult,
): Promise<void> {
  await withEngine(parts.database, (trx) =>
    sql`
      update idempotency set response = ${JSON.stringify(answer)}::json
       where tenant_id = ${caller.tenant} and user_name = ${caller.user} and key = ${key}`.execute(trx),
  );
}

function check(body: SendMessage): Result<number> {
  if (body.name === "" || body.name.length > 200 || !isPlain(body.name)) {
    return refuseMessage("message.name-wrong", {}, { path: "/name" });
  }
  for (const member of ["key", "id"] as const) {
    const text = body[member];
    if (text !== undefined && (text.length > 200 || !isPlain(text))) {
      return refuseMessage("message.key-wrong", {}, { path: `/${member}` });
    }
  }
  const problems = problemsBelow("/data", checkStoredJson(body.data ?? {}));
  if (problems.length > 0) return refuseMessage("message.data-wrong", {}, { path: "/data", problems });
  const ttl = body.ttl === undefined ? DAY : durationMilliseconds(body.ttl);
  if (ttl === null || ttl < 0 || ttl > YEAR) {
    return refuseMessage("message.ttl-wrong", { ttl: body.ttl ?? "" }, { path: "/ttl" });
  }
  // Even a message with no time to live is offered to those who wait now.
  return { ok: true, value: Math.max(1_000, ttl) };
}

function isPlain(text: string): boolean {
  return text.isWellFormed() && !text.includes("\u0000");
}

function isBuffered(matched: Matched): boolean {
  return matched.deliveries.length === 0 && matched.alive.length === 0;
}

/** Stores and matches in one transaction; null where the id was taken before. */
async function store(
  parts: TurnParts,
  trx: Transaction<Tables>,
  caller: Caller,
  message: StoredMessage,
  ttl: number,
): Promise<Matched | null> {
  const made = await sql`
    insert into message (tenant_id, id, type, name, key, data, by_user, received_at, expires_at)
    select ${caller.tenant}, ${message.id}, ${message.type}, ${message.name}, ${message.key}, ${JSON.stringify(message.data)}::json,
           ${caller.user}, t.now, t.now + ${ttl}::float8 * interval '1 millisecond'
      from (select ${turnTime(parts)} as now) t
    on conflict do nothing`.execute(trx);
  if (made.numAffectedRows === 0n) return null;
  return (await matchMessage(parts, trx, caller.tenant, message.id)) ?? { deliveries: [], alive: [] };
}

async function duplicate(parts: TurnParts, caller: Caller, id: string): Promise<MessageResult> {
  const { rows } = await withEngine(parts.database, (trx) =>
    sql<{ instance: string }>`
      select instance_id as instance from delivery where tenant_id = ${caller.tenant} and message_id = ${id}
         and instance_id is not null and not refused order by instance_id`.execute(trx),
  );
  return { id, result: "duplicate", instances: rows.map((row) => row.instance) };
}
