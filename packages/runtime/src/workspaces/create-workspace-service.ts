import type { WorkspaceService } from "../contract/runtime.ts";
import type { Database } from "../database/open-database.ts";
import { withEngine } from "../database/with-tenant.ts";
import { hashPassword } from "../people/password.ts";
import { insertWorkspace } from "./insert-workspace.ts";

/** Workspaces, for the hosting program alone. */
export function createWorkspaceService({ database }: { readonly database: Database }): WorkspaceService {
  return {
    find: (id) =>
      withEngine(database, async (trx) => {
        const row = await trx
          .selectFrom("workspace")
          .select(["id", "name", "sample"])
          .where("id", "=", id)
          .executeTakeFirst();
        return row ?? null;
      }),
    create: async (workspace) => {
      const people = await Promise.all(
        workspace.people.map(async ({ password, ...person }) => ({
          ...person,
          passwordHash: password === undefined ? null : await hashPassword(password),
        })),
      );
      return withEngine(database, (trx) => insertWorkspace(trx, { ...workspace, people }, false));
    },
  };
}
