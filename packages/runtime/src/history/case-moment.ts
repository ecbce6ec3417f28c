import type { CaseMoment } from "@flowright/client";
import {
  activeNodesOf,
  type EngineEvent,
  fold,
  standingOf,
  statusOf,
  variablesOf,
  waitsOf,
} from "@flowright/engine";
import { sql, type Transaction } from "kysely";
import type { Caller } from "../contract/caller.ts";
import { plainJson } from "../contract/plain-json.ts";
import type { Result } from "../contract/result.ts";
import { isUuid } from "../database/row-id.ts";
import type { Tables } from "../database/tables.ts";
import { withTenant } from "../database/with-tenant.ts";
import { loadVersions, versionKey } from "../definitions/load-versions.ts";
import { caseReadable } from "../instances/case-readable.ts";
import { type ProblemCode, refuser } from "../problem/problem-code.ts";
import { type StoredEvent, unpackEvents } from "../turns/sql/stored-events.ts";
import type { TurnParts } from "../turns/turn-parts.ts";

const refuseMoment = refuser({
  "instance.unknown": {
    status: 404,
    message: { en: "There is no case {id}.", "zh-CN": "没有编号为 {id} 的流程实例。" },
    fix: {
      en: "Check the id; the case may belong to another workspace or to other people.",
      "zh-CN": "请核对编号；该实例可能属于其他工作区或其他人。",
    },
  },
  "moment.unknown": {
    status: 404,
    message: {
      en: "The case has no moment {seq}; it has {last}.",
      "zh-CN": "该流程实例没有第 {seq} 个时刻，共有 {last} 个。",
    },
    fix: { en: "Choose a number from 1 to {last}.", "zh-CN": "请选择 1 到 {last} 之间的数字。" },
  },
  "moment.lost": {
    status: 409,
    message: {
      en: "The history of this case has gaps, so it cannot be shown as it was.",
      "zh-CN": "该流程实例的历史不完整，无法还原当时的状态。",
    },
    fix: {
      en: "Look at its present state; whoever runs the server can check it with flowright doctor.",
      "zh-CN": "请查看当前状态；服务器管理员可用 flowright doctor 检查。",
    },
  },
} as const satisfies Record<string, ProblemCode>);

interface Turn {
  readonly seq: number;
  readonly at: Date;
  readonly actor: string | null;
  readonly command: string;
  readonly events: readonly EngineEvent[];
}

/**
 * The case as it was after one of its turns, played again by the engine from its events, on the version of its flow by
 * which it ran then. For whoever may read the case now.
 */
export async function caseMoment(
  parts: TurnParts,
  caller: Caller,
  id: string,
  seq: number,
): Promise<Result<CaseMoment>> {
  if (!isUuid(id)) return refuseMoment("instance.unknown", { id });
  return await withTenant(parts.database, caller, async (trx) => {
    const { rows } = await sql<{ definitionId: string; version: number; last: number }>`
      select i.definition_id as "definitionId", i.version, i.seq as last from instance i
       where i.id = ${id}::uuid and i.tenant_id = ${caller.tenant} and ${caseReadable(caller, "i")}`.execute(
      trx,
    );
    const row = rows[0];
    if (row === undefined) return refuseMoment("instance.unknown", { id });
    if (!Number.isSafeInteger(seq) || seq < 1 || seq > row.last)
      return refuseMoment("moment.unknown", { seq, last: row.last });
    const turns = await readTurns(trx, id, seq);
    const turn = turns.at(-1);
    const state = turns.length === seq ? fold(turns.flatMap(({ events }) => events)) : null;
    if (turn === undefined || state === null) return refuseMoment("moment.lost");
    const version = (await versionBefore(trx, id, seq)) ?? row.version;
    const { definitionId } = row;
    const versions = await loadVersions(trx, parts.programs, caller.tenant, [{ definitionId, version }]);
    const program = versions.get(versionKey(definitionId, version));
    if (program === undefined) return refuseMoment("moment.lost");
    const moment: CaseMoment = {
      seq,
      last: row.last,
      at: turn.at.toISOString(),
      actor: turn.actor,
      command: turn.command,
      status: statusOf(state),
      version,
      ...(version === row.version ? {} : { definition: program.definition }),
      variables: plainJson(variablesOf(state)),
      activeNodes: activeNodesOf(state),
      tokens: standingOf(state),
      incidents: waitsOf(state).flatMap(({ kind, node }) => (kind === "incident" ? [node] : [])),
    };
    return { ok: true, value: moment };
  });
}

async function readTurns(trx: Transaction<Tables>, id: string, seq: number): Promise<Turn[]> {
  const { rows } = await sql<Turn & { readonly events: readonly StoredEvent[] }>`
    select seq, at, actor, command, events from instance_event
     where instance_id = ${id}::uuid and seq <= ${seq} order by seq`.execute(trx);
  return rows.map((row) => ({ ...row, events: unpackEvents(row.events) }));
}

/** The version that the next migration left behind; null where none came after. */
async function versionBefore(trx: Transaction<Tables>, id: string, seq: number): Promise<number | null> {
  const { rows } = await sql<{ events: readonly StoredEvent[] }>`
    select events from instance_event
     where instance_id = ${id}::uuid and seq > ${seq} and command = 'instance.migrate'
     order by seq limit 1`.execute(trx);
  for (const event of unpackEvents(rows[0]?.events ?? []))
    if (event.kind === "instance.migrated" && event.from !== undefined) return event.from;
  return null;
}
