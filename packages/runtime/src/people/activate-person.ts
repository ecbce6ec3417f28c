import type { Person, TaskSummary } from "@flowright/client";
import type { Transaction } from "kysely";
import type { Caller } from "../contract/caller.ts";
import type { Result } from "../contract/result.ts";
import type { Database } from "../database/open-database.ts";
import type { Tables } from "../database/tables.ts";
import { withEngine } from "../database/with-tenant.ts";
import { keepAdministrator, lockAdministration, refusingLastAdministrator } from "./administration.ts";
import { audit } from "./audit.ts";
import { selectOpenTasks } from "./open-tasks.ts";
import { refusePeople } from "./people-problems.ts";
import { selectPerson } from "./person-row.ts";

/** Transfers a person's open tasks; answers how many. */
export type HandOver = (caller: Caller, user: string, to: string) => Promise<Result<number>>;

/** The person may work in this workspace again. */
export function activatePerson(database: Database, caller: Caller, user: string): Promise<Result<Person>> {
  return withEngine(database, (trx) => setActive(trx, caller, user, true));
}

/**
 * Takes the person out of the workspace: sessions end, open tasks go to somebody else first. The tasks are
 * looked at again in the last transaction, since one may have come meanwhile.
 */
export async function deactivatePerson(
  database: Database,
  handOver: HandOver,
  caller: Caller,
  user: string,
  to: string | undefined,
): Promise<Result<Person>> {
  if (user === caller.user) return refusePeople("person.self");
  const allowed = await withEngine(database, (trx) => checkSuccessor(trx, caller, user, to));
  if (!allowed.ok) return allowed;
  if (to !== undefined && allowed.value > 0) {
    const handed = await handOver(caller, user, to);
    if (!handed.ok) return handed;
  }
  return refusingLastAdministrator(
    withEngine(database, async (trx): Promise<Result<Person>> => {
      await lockAdministration(trx, caller.tenant);
      const open = await selectOpenTasks(trx, caller.tenant, user);
      if (open.length > 0) return await refuseOpenTasks(trx, caller, user, open);
      const result = await setActive(trx, caller, user, false);
      if (!result.ok) return result;
      await trx
        .deleteFrom("session")
        .where("tenant_id", "=", caller.tenant)
        .where("user_name", "=", user)
        .execute();
      await keepAdministrator(trx, caller.tenant);
      return result;
    }),
  );
}

/** Number of open tasks that must change hands. */
async function checkSuccessor(
  trx: Transaction<Tables>,
  caller: Caller,
  user: string,
  to: string | undefined,
): Promise<Result<number>> {
  const person = await selectPerson(trx, caller.tenant, user);
  if (!person) return refusePeople("person.unknown", { user });
  if (to !== undefined) {
    const successor = await selectPerson(trx, caller.tenant, to);
    if (!successor?.active || to === user) {
      return refusePeople("person.successor-unfit", { user: to }, { path: "/handOverTo" });
    }
  }
  return { ok: true, value: person.openTasks ?? 0 };
}

async function setActive(
  trx: Transaction<Tables>,
  caller: Caller,
  user: string,
  active: boolean,
): Promise<Result<Person>> {
  await trx
    .updateTable("member")
    .set({ active })
    .where("tenant_id", "=", caller.tenant)
    .where("user_name", "=", user)
    .execute();
  const person = await selectPerson(trx, caller.tenant, user);
  if (!person) return refusePeople("person.unknown", { user });
  await audit(trx, caller, active ? "person.activate" : "person.deactivate", user);
  return { ok: true, value: person };
}

async function refuseOpenTasks(
  trx: Transaction<Tables>,
  caller: Caller,
  user: string,
  open: readonly TaskSummary[],
): Promise<Result<never>> {
  const person = await selectPerson(trx, caller.tenant, user);
  const problems = open.map((task) => {
    const { refusal } = refusePeople("person.open-task", {
      task: task.id,
      name: typeof task.name === "string" ? task.name : (task.name.en ?? task.name["zh-CN"] ?? task.node),
      number: task.instanceNumber,
    });
    return refusal.problem;
  });
  return refusePeople(
    "person.has-open-tasks",
    { name: person?.name ?? user, user, count: open.length },
    { problems },
  );
}
