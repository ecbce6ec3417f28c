import type { SaveTemplate, WorkspaceTemplate } from "@flowright/client";
import type { Problem } from "@flowright/definition";
import { readStepTemplate, readTemplate } from "@flowright/templates";
import { type Selectable, sql, type Transaction } from "kysely";
import type { Caller } from "../contract/caller.ts";
import type { Result } from "../contract/result.ts";
import type { TemplateService } from "../contract/runtime.ts";
import type { Database } from "../database/open-database.ts";
import type { WorkspaceTemplateTable } from "../database/people-tables.ts";
import type { Tables } from "../database/tables.ts";
import { withTenant } from "../database/with-tenant.ts";
import { refuseTemplate } from "./template-problems.ts";

/** Templates of each kind in a workspace. */
const MOST = 300;

type Kind = WorkspaceTemplate["kind"];

/** Templates of a workspace: only those in order are kept, and nobody replaces what he has not seen. */
export function createTemplateService(database: Database): TemplateService {
  return {
    list: (caller) => withTenant(database, caller, (trx) => listTemplates(trx, caller.tenant)),
    read: (caller, kind, id) =>
      withTenant(database, caller, async (trx) => {
        const row = isKind(kind) ? await selectTemplate(trx, caller.tenant, kind, id) : undefined;
        return row
          ? { ok: true, value: { ...templateOf(row), content: contentOf(row) } }
          : refuseTemplate("template.unknown", { id });
      }),
    save: async (caller, kind, id, body) => {
      if (!isKind(kind)) return refuseTemplate("template.unknown", { id });
      const problems = problemsOf(kind, body.content);
      if (problems.length > 0) return refuseTemplate("template.invalid", {}, { path: "/content", problems });
      const inside = body.content.id;
      if (inside !== id)
        return refuseTemplate("template.id-differs", { id, inside: String(inside) }, { path: "/content/id" });
      return withTenant(database, caller, (trx) => saveTemplate(trx, caller, kind, id, body));
    },
    remove: (caller, kind, id) =>
      withTenant(database, caller, async (trx): Promise<Result<null>> => {
        const { rows } = await sql`
          delete from workspace_template
           where tenant_id = ${caller.tenant} and kind = ${kind} and id = ${id} returning 1`.execute(trx);
        return rows.length > 0 ? { ok: true, value: null } : refuseTemplate("template.unknown", { id });
      }),
  };
}

/** A flow template may hold a flow with errors: they are mended where it is used, as in a draft. */
function problemsOf(kind: Kind, content: unknown): readonly Problem[] {
  const { template, problems } = kind === "flow" ? readTemplate(content) : readStepTemplate(content);
  return template === null ? problems : [];
}

async function listTemplates(trx: Transaction<Tables>, tenant: string): Promise<WorkspaceTemplate[]> {
  const rows = await trx
    .selectFrom("workspace_template")
    .selectAll()
    .where("tenant_id", "=", tenant)
    .orderBy("kind")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({ ...templateOf(row), content: row.kind === "step" ? contentOf(row) : null }));
}

async function saveTemplate(
  trx: Transaction<Tables>,
  caller: Caller,
  kind: Kind,
  id: string,
  { content, replaces }: SaveTemplate,
): Promise<Result<WorkspaceTemplate>> {
  const text = JSON.stringify(content);
  const { rows } =
    replaces === null
      ? await sql`
          insert into workspace_template
          select ${caller.tenant}, ${kind}, ${id}, 1, ${text}::json, now(), ${caller.user}
           where (select count(*) from workspace_template
                   where tenant_id = ${caller.tenant} and kind = ${kind}) < ${MOST}
          on conflict do nothing returning 1`.execute(trx)
      : await sql`
          update workspace_template
             set version = version + 1, content = ${text}::json, saved_at = now(), saved_by = ${caller.user}
           where tenant_id = ${caller.tenant} and kind = ${kind} and id = ${id} and version = ${replaces}
          returning 1`.execute(trx);
  const row = await selectTemplate(trx, caller.tenant, kind, id);
  if (rows.length > 0 && row) return { ok: true, value: { ...templateOf(row), content: contentOf(row) } };
  if (row) return refuseTemplate("template.stale", { by: row.saved_by });
  return replaces === null
    ? refuseTemplate("template.too-many", { most: MOST })
    : refuseTemplate("template.unknown", { id });
}

type Row = Selectable<WorkspaceTemplateTable>;

function selectTemplate(
  trx: Transaction<Tables>,
  tenant: string,
  kind: Kind,
  id: string,
): Promise<Row | undefined> {
  return trx
    .selectFrom("workspace_template")
    .selectAll()
    .where("tenant_id", "=", tenant)
    .where("kind", "=", kind)
    .where("id", "=", id)
    .executeTakeFirst();
}

function templateOf(row: Row): Omit<WorkspaceTemplate, "content"> {
  const { name, description } = contentOf(row) as unknown as Pick<WorkspaceTemplate, "name" | "description">;
  return {
    kind: row.kind,
    id: row.id,
    version: row.version,
    name,
    description,
    savedAt: row.saved_at.toISOString(),
    savedBy: row.saved_by,
  };
}

const contentOf = (row: Row) => row.content as { [key: string]: unknown };

const isKind = (kind: string): kind is Kind => kind === "flow" || kind === "step";
