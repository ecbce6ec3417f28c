import { type Kysely, sql } from "kysely";

/**
 * Nearly every task is written twice, when it opens and when it closes. With room for its second version on the same
 * page no other page is looked for, locked and logged. A server of the version before goes on beside this.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table task set (fillfactor = 50)`.execute(db);
}
