import type { EventTurn, Instance, InstanceSummary, Page } from "@flowright/client";
import { activeNodesOf, type InstanceState, offersOf, standingOf, variablesOf } from "@flowright/engine";
import { sql, type Transaction } from "kysely";
import type { Caller } from "../contract/caller.ts";
import { plainJson } from "../contract/plain-json.ts";
import type { Result } from "../contract/result.ts";
import type { Cursor, InstanceService, Once } from "../contract/runtime.ts";
import { decodeCursor, pageLimit, pageOf } from "../database/list-page.ts";
import { isUuid } from "../database/row-id.ts";
import type { Tables } from "../database/tables.ts";
import { withTenant } from "../database/with-tenant.ts";
import { loadVersions, versionKey } from "../definitions/load-versions.ts";
import { caseMoment } from "../history/case-moment.ts";
import { readIncidents } from "../incidents/read-incidents.ts";
import { readTasks } from "../tasks/read-tasks.ts";
import { isReadable, type LoadedProgram, missingProgram, nodeNameOf } from "../turns/program-cache.ts";
import { type StoredEvent, unpackEvents } from "../turns/sql/stored-events.ts";
import type { TurnParts } from "../turns/turn-parts.ts";
import { addComment } from "./add-comment.ts";
import { caseReadable } from "./case-readable.ts";
import { casesAround } from "./cases-around.ts";
import { refuseInstance } from "./instance-problems.ts";
import { INSTANCE_COLUMNS, type InstanceListRow, instanceSummaries } from "./instance-summaries.ts";
import { listInstances } from "./list-instances.ts";
import { isOffered } from "./offers/is-offered.ts";
import { stepsOfferedTo } from "./offers/steps-offered-to.ts";
import { commanding, operateInstance } from "./operate-instance.ts";
import { readComments, readFiles } from "./read-comments.ts";
import { caseworkOf } from "./repair/casework.ts";
import { checkModification } from "./repair/check-modification.ts";
import { migrationOf } from "./repair/migrate-instance.ts";
import { startInstance } from "./start-instance.ts";

export function createInstanceService(parts: TurnParts): InstanceService {
  return {
    start: (caller, body, once) => startInstance(parts, caller, body, once),
    startMany: (caller, bodies, once) => startMany(parts, caller, bodies, once),
    list: (caller, query) => listInstances(parts, caller, query),
    read: (caller, id) =>
      inCase(parts, caller, id, async (trx, row) => ({
        ok: true,
        value: await readInstance(parts, trx, caller, row),
      })),
    events: (caller, id, query) =>
      inCase(parts, caller, id, async (trx) => ({ ok: true, value: await readEvents(trx, id, query) })),
    at: (caller, id, seq) => caseMoment(parts, caller, id, seq),
    cancel: async (caller, id, reason, once) => {
      if (reason.trim() === "" || reason.length > 2_000) {
        return refuseInstance("instance.reason-missing", {}, { path: "/reason" });
      }
      return operateInstance(
        parts,
        caller,
        id,
        { ...commanding({ kind: "instance.cancel", by: caller.user, reason }), force: { reason } },
        once,
      );
    },
    suspend: (caller, id, once) =>
      operateInstance(parts, caller, id, commanding({ kind: "instance.suspend", by: caller.user }), once),
    resume: (caller, id, once) =>
      operateInstance(parts, caller, id, commanding({ kind: "instance.resume", by: caller.user }), once),
    ...caseworkOf(parts),
    ...migrationOf(parts),
    checkModification: (caller, id, body) => checkModification(parts, caller, id, body),
    comment: (caller, id, text, once) =>
      inCase(parts, caller, id, (trx) =>
        addComment(parts, trx, caller, { instance: id, task: null }, text, once),
      ),
  };
}

interface CaseRow extends InstanceListRow {
  state: InstanceState;
  /** False where the case only offers the caller a step to begin. */
  readable: boolean;
}

/** Work on a case that the caller may read; whatever else is named is unknown. */
async function inCase<T>(
  parts: TurnParts,
  caller: Caller,
  id: string,
  work: (trx: Transaction<Tables>, row: CaseRow) => Promise<Result<T>>,
): Promise<Result<T>> {
  if (!isUuid(id)) return refuseInstance("instance.unknown", { id });
  return await withTenant(parts.database, caller, async (trx) => {
    const { rows } = await sql<CaseRow>`
      select ${INSTANCE_COLUMNS}, i.state, ${caseReadable(caller, "i")} as readable from instance i
       where i.id = ${id}::uuid and i.tenant_id = ${caller.tenant}`.execute(trx);
    const row = rows[0];
    const may = row !== undefined && (row.readable || (await isOffered(parts, trx, caller, id)));
    return may ? await work(trx, row) : refuseInstance("instance.unknown", { id });
  });
}

/** Each case by itself: the first refusal is the answer, though cases before it were started. */
async function startMany(
  parts: TurnParts,
  caller: Caller,
  bodies: Parameters<InstanceService["startMany"]>[1],
  once: Once | undefined,
): Promise<Result<InstanceSummary[]>> {
  const key = once?.idempotencyKey;
  const results = await Promise.all(
    bodies.map((body, index) =>
      startInstance(
        parts,
        caller,
        body,
        key === undefined ? undefined : { idempotencyKey: `${key}#${index}` },
      ),
    ),
  );
  const started: InstanceSummary[] = [];
  for (const result of results) {
    if (!result.ok) return result;
    started.push(result.value);
  }
  return { ok: true, value: started };
}

/** What the state of a case tells; nothing where it cannot be read, which an incident of the case says. */
function readableOf(
  caller: Caller,
  { state, readable }: CaseRow,
  program: LoadedProgram,
): Pick<Instance, "variables" | "activeNodes" | "tokens" | "offers"> {
  try {
    const told = {
      variables: plainJson(variablesOf(state)),
      activeNodes: [...activeNodesOf(state)],
      tokens: standingOf(state),
    };
    if (!isReadable(program)) return { ...told, offers: [] };
    // Whoever is only offered a step begins that one.
    const offers = readable ? offersOf(program.program, state) : stepsOfferedTo(caller, program, state);
    return {
      ...told,
      offers: offers.map((offer) => ({ ...offer, name: nodeNameOf(program.nodes, offer.node) })),
    };
  } catch {
    return { variables: {}, activeNodes: [], tokens: [], offers: [] };
  }
}

async function readInstance(
  parts: TurnParts,
  trx: Transaction<Tables>,
  caller: Caller,
  row: CaseRow,
): Promise<Instance> {
  const [summary] = await instanceSummaries(parts, trx, caller.tenant, [row]);
  const versions = await loadVersions(trx, parts.programs, caller.tenant, [
    { definitionId: row.definition_id, version: row.version },
  ]);
  if (!summary) throw new Error("A case without a summary");
  const program =
    versions.get(versionKey(row.definition_id, row.version)) ??
    missingProgram(row.definition_id, row.version);
  return {
    ...summary,
    definition: program.definition,
    ...readableOf(caller, row, program),
    ...(await casesAround(trx, caller, row)),
    tasks: await readTasks(trx, sql`t.instance_id = ${row.id}::uuid`, sql`t.number`, 1_000),
    incidents: await readIncidents(parts, trx, caller.tenant, sql`n.instance_id = ${row.id}::uuid`, 1_000),
    comments: await readComments(trx, row.id),
    files: await readFiles(trx, row.id),
  };
}

async function readEvents(trx: Transaction<Tables>, id: string, query: Cursor): Promise<Page<EventTurn>> {
  const limit = pageLimit(query.limit);
  const after = decodeCursor(query.cursor, 1)?.[0];
  const { rows } = await sql<{
    seq: number;
    at: Date;
    actor: string | null;
    command: string;
    events: StoredEvent[];
  }>`
    select seq, at, actor, command, events from instance_event
     where instance_id = ${id}::uuid and seq > ${Number.isSafeInteger(after) ? after : 0}::bigint
     order by seq limit ${limit + 1}`.execute(trx);
  return pageOf(
    rows,
    limit,
    (row) => ({ ...row, at: row.at.toISOString(), events: unpackEvents(row.events) }),
    (row) => [row.seq],
  );
}
