import pg from "pg";
import type { Caller } from "../../src/contract/caller.ts";
import type { Result } from "../../src/contract/result.ts";
import { openDatabase } from "../../src/database/open-database.ts";
import { createDraftService } from "../../src/drafts/create-draft-service.ts";
import { createFileService } from "../../src/files/create-file-service.ts";
import { createFlowCommentService } from "../../src/flow-comments/create-flow-comment-service.ts";
import { createPeopleService } from "../../src/people/create-people-service.ts";
import { createSessionService } from "../../src/sessions/create-session-service.ts";
import { createSystemService } from "../../src/systems/create-system-service.ts";
import { createTemplateService } from "../../src/templates/create-template-service.ts";
import { createWorkspaceService } from "../../src/workspaces/create-workspace-service.ts";
import { createMigratedDatabase } from "../test-runtime-database.ts";

export const BOOTSTRAP = "bootstrap-token-of-the-tests";

/** The people's services on a database of their own, with two workspaces that know nothing of each other. */
export async function openPeopleRuntime() {
  const { connectionString, drop } = await createMigratedDatabase();
  const database = openDatabase({ connectionString });
  // The owner of the tables, for looking at what is stored and for rows of the turns.
  const admin = new pg.Client({ connectionString, options: "-c search_path=flowright" });
  await admin.connect();
  const ended: string[] = [];
  const sessionEnded = (tenant: string, user: string) => ended.push(`${tenant}/${user}`);
  const sessions = createSessionService({ database, bootstrapToken: BOOTSTRAP, sessionEnded });
  const workspaces = createWorkspaceService({ database });
  for (const id of ["east", "west"]) {
    accepted(
      await workspaces.create({
        id,
        name: `Shop ${id}`,
        sample: id === "west",
        roles: [{ id: "cs", name: { en: "Service", "zh-CN": "客服" }, permissions: ["task.work"] }],
        people: [
          person(`${id}-boss`, ["admin"], "correct horse"),
          person(`${id}-wang`, ["operator", "cs"], "battery staple"),
          person(`${id}-zhao`, ["operator"], undefined),
        ],
      }),
    );
  }
  return {
    sessions,
    workspaces,
    drafts: createDraftService({ database }),
    templates: createTemplateService(database),
    flowComments: createFlowCommentService(database, () => undefined),
    files: createFileService({ database }),
    systems: createSystemService({ database, secretKey: new Uint8Array(32).fill(7) }),
    people: createPeopleService({
      database,
      sessionEnded,
      handOver: async (caller, user, to) => {
        const { rowCount } = await admin.query(
          "update task set assignee = $3 where tenant_id = $1 and assignee = $2 and status = 'open'",
          [caller.tenant, user, to],
        );
        return { ok: true, value: rowCount ?? 0 };
      },
    }),
    admin,
    ended,
    signIn: async (user: string, password: string) =>
      accepted(await sessions.signIn(user, password, "192.0.2.1")).secret,
    callerOf: async (secret: string): Promise<Caller> => {
      const session = await sessions.caller(secret);
      if (!session) throw new Error("no session");
      return session.caller;
    },
    close: async () => {
      await admin.end();
      await database.close();
      await drop();
    },
  };
}

/** The value of a result that is expected to be one. */
export function accepted<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${result.refusal.problem.code}`);
  return result.value;
}

/** The code of a refusal, with its status. */
export function refusalOf(result: Result<unknown>): string {
  return result.ok ? "not refused" : `${result.refusal.status} ${result.refusal.problem.code}`;
}

/** A case with one open task in somebody's hands. */
export async function insertCase(
  admin: pg.Client,
  tenant: string,
  id: string,
  startedBy: string,
  assignee: string,
): Promise<void> {
  await admin.query(
    `insert into definition (tenant_id, id, name, latest_version, number_prefix)
     values ($1, 'returns', '"Returns"', 1, 'RET') on conflict do nothing`,
    [tenant],
  );
  await admin.query(
    `insert into instance (id, tenant_id, definition_id, version, number, status, seq, state, started_by, started_at)
     values ($1, $2, 'returns', 1, $4, 'active', 1, '{}', $3, now())`,
    [id, tenant, startedBy, `RET-${id.slice(-4)}`],
  );
  await admin.query(
    `insert into task (tenant_id, instance_id, number, definition_id, version, node, name, type, status, assignee,
       candidate_roles, candidate_people, opened_at)
     values ($1, $2, 1, 'returns', 1, 'review', '{"en":"Review"}', 'work', 'open', $3, '{}', '{}', now())`,
    [tenant, id, assignee],
  );
}

function person(user: string, roles: string[], password: string | undefined) {
  return { user, name: user.toUpperCase(), title: { en: "person" }, roles, password };
}
