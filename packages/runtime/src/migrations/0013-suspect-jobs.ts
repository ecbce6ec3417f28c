import { type Kysely, sql } from "kysely";

/** Jobs that two dead nodes had in hand are looked for apart from all others. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index job_suspect on job (type, next_at) where deaths > 1 and not paused`.execute(db);
}
