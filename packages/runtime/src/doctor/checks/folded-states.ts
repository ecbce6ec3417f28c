import { isDeepStrictEqual } from "node:util";
import { fold, type InstanceState } from "@flowright/engine";
import type pg from "pg";
import { type StoredEvent, unpackEvents } from "../../turns/sql/stored-events.ts";
import type { Found } from "../check.ts";
import type { DoctorRepair } from "../doctor-report.ts";
import { inEngineRole, noteRepairs } from "../repairing.ts";

interface Working {
  readonly client: pg.Client;
  readonly roles: { readonly engine: string };
}

interface StoredCase {
  readonly id: string;
  readonly tenant: string;
  readonly number: string;
  readonly seq: number;
  readonly state: InstanceState;
  readonly turns: readonly { readonly seq: number; readonly events: StoredEvent[] }[] | null;
}

/** Cases whose histories are read at a time. */
const PAGE = 100;

/** Cases whose stored state is not what their events make of it. */
export async function findDifferentStates(working: Working): Promise<Found[]> {
  const found: Found[] = [];
  for (let after = "00000000-0000-0000-0000-000000000000"; ; ) {
    const page = await inEngineRole(working, () =>
      readCases(working.client, `i.id > $1::uuid order by i.id limit ${PAGE}`, after),
    );
    for (const one of page) {
      const judged = judge(one);
      if (judged.kind === "same") continue;
      found.push({
        tenant: one.tenant,
        instance: one.id,
        number: null,
        subject: one.id,
        detail: { case: one.number, complete: judged.kind === "differs", ...judged.detail },
      });
    }
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return found;
    after = last.id;
  }
}

/** Writes the states that complete histories give. The waits' rows are put right by their own checks afterwards. */
export async function repairStates(working: Working, found: readonly Found[]): Promise<DoctorRepair[]> {
  const repairs: DoctorRepair[] = [];
  for (const { instance } of found) {
    await inEngineRole(working, async () => {
      const { client } = working;
      await client.query("select id from instance where id = $1::uuid for update", [instance]);
      const [one] = await readCases(client, "i.id = $1::uuid", instance ?? "");
      const judged = one === undefined ? null : judge(one);
      if (one === undefined || judged?.kind !== "differs") return;
      await client.query("update instance set state = $2::json, status = $3 where id = $1::uuid", [
        one.id,
        JSON.stringify(judged.state),
        judged.state.status,
      ]);
      const repair = { tenant: one.tenant, subject: one.id, before: one.state };
      await noteRepairs(working, "I3.state-differs", [repair]);
      repairs.push(repair);
    });
  }
  return repairs;
}

async function readCases(client: pg.Client, which: string, value: string): Promise<StoredCase[]> {
  const { rows } = await client.query<StoredCase>(
    `select i.id, i.tenant_id as tenant, i.number, i.seq, i.state, (
              select json_agg(json_build_object('seq', x.seq, 'events', x.events) order by x.seq)
                from instance_event x where x.instance_id = i.id) as turns
       from instance i where ${which}`,
    [value],
  );
  return rows;
}

type Judged =
  | { readonly kind: "same" }
  | { readonly kind: "differs"; readonly state: InstanceState; readonly detail: object }
  | { readonly kind: "unknown"; readonly detail: object };

function judge({ seq, state, turns }: StoredCase): Judged {
  // A gap in the history is a finding of its own.
  if (turns === null || turns.length !== seq || turns.some((turn, index) => turn.seq !== index + 1))
    return { kind: "same" };
  let folded: InstanceState | null;
  try {
    folded = plain(fold(turns.flatMap(({ events }) => unpackEvents(events))));
  } catch (error) {
    return { kind: "unknown", detail: { reason: error instanceof Error ? error.message : String(error) } };
  }
  if (folded === null) return { kind: "unknown", detail: { reason: "no events" } };
  if (isDeepStrictEqual(folded, state)) return { kind: "same" };
  // States of before are stored otherwise and are renewed with the next turn of their case.
  if (state.v === 1 && folded.v !== 1) return { kind: "same" };
  const parts = ["status", "next", "scopes", "tokens", "added", "by", "called"] as const;
  const differing = parts.filter((part) => !isDeepStrictEqual(folded[part], state?.[part]));
  return { kind: "differs", state: folded, detail: { differs: differing } };
}

function plain<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
