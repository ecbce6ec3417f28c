import type { Comment } from "@flowright/client";
import { sql, type Transaction } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { Caller } from "../contract/caller.ts";
import type { Result } from "../contract/result.ts";
import type { Once } from "../contract/runtime.ts";
import type { Tables } from "../database/tables.ts";
import { withOnce } from "../idempotency/with-once.ts";
import { type TurnParts, turnTime } from "../turns/turn-parts.ts";
import { refuseInstance } from "./instance-problems.ts";
import { commentOf } from "./read-comments.ts";

/** Writes a comment on a case or one of its tasks; the caller's right to do so was checked. */
export function addComment(
  parts: TurnParts,
  trx: Transaction<Tables>,
  caller: Caller,
  place: { readonly instance: string; readonly task: number | null },
  text: string,
  once: Once | undefined,
): Promise<Result<Comment>> {
  const body = { ...place, text };
  return withOnce(trx, caller, once, "comment", body, async () => {
    const wrong =
      text.trim() === "" || text.length > 4_000 || text.includes("\u0000") || !text.isWellFormed();
    if (wrong) return refuseInstance("comment.text-wrong", {}, { path: "/text" });
    const { rows } = await sql<Parameters<typeof commentOf>[0]>`
      insert into comment (tenant_id, id, instance_id, task, by_user, at, text)
      values (${caller.tenant}, ${uuidv7()}, ${place.instance}, ${place.task}, ${caller.user},
        ${turnTime(parts)}, ${text})
      returning id, instance_id, task, by_user, at, text`.execute(trx);
    await sql`
      insert into live_change (tenant_id, topic, change)
      select tenant_id, ${`instance:${place.instance}`},
             json_build_object('kind', 'instance.changed', 'instanceId', id, 'seq', seq)
        from instance where id = ${place.instance}::uuid`.execute(trx);
    const row = rows[0];
    if (!row) throw new Error("The comment was not written");
    return { ok: true, value: commentOf(row) };
  });
}
