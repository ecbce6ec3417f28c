import { type Kysely, sql } from "kysely";

/**
 * Less to write for each turn: one row of the live feed for the tasks and one for the cases of a whole batch, an index
 * over the age of idempotency keys that costs next to nothing, and room in the pages of cases for their next state. A
 * server of the version before goes on beside this, though its live readers do not hear of what the new one does.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
alter table live_change add column instances uuid[];
alter table live_change add column seqs integer[];

drop index idempotency_age;
create index idempotency_age on idempotency using brin (created_at) with (pages_per_range = 16, autosummarize = on);

alter table instance set (fillfactor = 50);
`.execute(db);
}
