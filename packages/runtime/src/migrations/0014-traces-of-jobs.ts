import { type Kysely, sql } from "kysely";

/** The trace that a job belongs to, as W3C `traceparent`, so that a worker of another process goes on with it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table job add column traceparent text`.execute(db);
}
