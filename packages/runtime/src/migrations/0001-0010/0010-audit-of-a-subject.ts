import { type Kysely, sql } from "kysely";

/** What was done about one thing, such as a batch, is found without reading the whole audit. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index audit_subject on audit (tenant_id, subject, id)`.execute(db);
}
