import type { TaskSummary } from "@flowright/client";
import { textOf } from "@flowright/definition";
import { sql } from "kysely";
import type { Caller } from "../contract/caller.ts";
import type { Result } from "../contract/result.ts";
import { parseRowId } from "../database/row-id.ts";
import { withTenant } from "../database/with-tenant.ts";
import { caseReadable } from "../instances/case-readable.ts";
import type { TurnParts } from "../turns/turn-parts.ts";
import { readTasks } from "./read-tasks.ts";
import { refuseTask } from "./task-problems.ts";

/** The refusal for those who may read the case: the task's end by name; for all others there is no such task. */
export async function wasTaskFor<T>(
  parts: TurnParts,
  caller: Caller,
  id: string,
  refused: Result<T>,
): Promise<Result<T>> {
  const key = parseRowId(id);
  if (!key) return refuseTask("task.unknown", { id });
  return await withTenant(parts.database, caller, async (trx) => {
    const [task] = await readTasks(
      trx,
      sql`t.instance_id = ${key.instance}::uuid and t.number = ${key.number}::int
        and t.tenant_id = ${caller.tenant} and ${caseReadable(caller, "i")}`,
      sql`t.number`,
      1,
    );
    if (task === undefined) return refuseTask("task.unknown", { id });
    if (task.status === "waiting") return refuseTask("task.waits", blockersOf(task));
    return task.status === "open" ? refused : refuseTask("task.closed", { status: task.status });
  });
}

/** What a step of a plan waits for, as people read it: “Photography (chen), Copy”. */
function blockersOf({ waitsFor }: TaskSummary): Record<string, string> {
  const listed = (language: "en" | "zh-CN", open: string, close: string, between: string): string =>
    waitsFor
      .map(({ name, people, roles }) => {
        const who = [...people, ...roles].join(", ");
        return `${textOf(name, language)}${who === "" ? "" : `${open}${who}${close}`}`;
      })
      .join(between);
  return { blockers: listed("en", " (", ")", ", "), "blockers:zh-CN": listed("zh-CN", "（", "）", "、") };
}
