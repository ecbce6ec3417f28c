import type { CaseRetention, RetentionDue } from "@flowright/client";
import { sql } from "kysely";
import type { Caller } from "../contract/caller.ts";
import type { RetentionService } from "../contract/history.ts";
import type { Result } from "../contract/result.ts";
import { withEngine } from "../database/with-tenant.ts";
import { audit } from "../people/audit.ts";
import { requirePermission } from "../problem/require-permission.ts";
import type { TurnParts } from "../turns/turn-parts.ts";
import { checkRule, readRules, refuseRetention, writeRule } from "./retention-rules.ts";
import { beginRun, readRuns } from "./retention-runs.ts";
import { countDue, RULES, rulesWith } from "./retire-cases.ts";

/**
 * The rules of the caller's workspace. They lie beside those of other workspaces and only the engine's role may write
 * them, so every statement names the workspace.
 *
 * @param asked told that a run waits to be carried out
 */
export function createRetentionService(
  parts: TurnParts,
  hasArchive: boolean,
  asked: () => void,
): RetentionService {
  const { database } = parts;
  /** `work` for those who may run the workspace's systems. */
  async function allowed<T>(caller: Caller, work: () => Promise<Result<T>>): Promise<Result<T>> {
    return requirePermission(caller, "system.write") ?? (await work());
  }

  return {
    read: (caller) =>
      allowed(caller, () =>
        withEngine(database, async (trx) => {
          const rules = await readRules(trx, caller.tenant);
          const due = await countDue(parts, trx, caller.tenant, RULES);
          return {
            ok: true,
            value: {
              rules: rules.map(({ flow, days, export: exported }) => ({
                flow,
                days,
                export: exported,
                due: dueBy(due, flow, new Set(rules.map((rule) => rule.flow))),
              })),
              due: together(due),
              archive: hasArchive,
              runs: await readRuns(trx, caller.tenant),
            },
          };
        }),
      ),
    check: (caller, rule) =>
      allowed(caller, () =>
        withEngine(database, async (trx): Promise<Result<RetentionDue>> => {
          const checked = await checkRule(trx, caller.tenant, rule);
          if (!checked.ok) return checked;
          const rules = await readRules(trx, caller.tenant);
          const due = await countDue(parts, trx, caller.tenant, rulesWith(caller.tenant, rule));
          const own = new Set([...rules.map(({ flow }) => flow), rule.flow]);
          return { ok: true, value: dueBy(due, rule.flow, own) };
        }),
      ),
    save: (caller, rule) =>
      allowed(caller, () =>
        withEngine(database, async (trx): Promise<Result<CaseRetention>> => {
          const checked = await checkRule(trx, caller.tenant, rule);
          if (!checked.ok) return checked;
          if (rule.days !== null && rule.export && !hasArchive)
            return refuseRetention("retention.no-archive", {}, { path: "/export" });
          await writeRule(trx, caller.user, { ...rule, workspace: caller.tenant });
          return { ok: true, value: { flow: rule.flow, days: rule.days, export: rule.export } };
        }),
      ),
    removeOfFlow: (caller, flow) =>
      allowed(caller, () =>
        withEngine(database, async (trx): Promise<Result<null>> => {
          const { rows } = await sql`
            delete from retention where tenant_id = ${caller.tenant} and definition_id = ${flow}
               and definition_id <> '' returning 1`.execute(trx);
          if (rows.length === 0) return refuseRetention("retention.own-rule-unknown", { id: flow });
          await audit(trx, caller, "history.keep-as-workspace", flow);
          return { ok: true, value: null };
        }),
      ),
    run: (caller) =>
      allowed(caller, async () => {
        const begun = await withEngine(database, async (trx) => {
          const due = together(await countDue(parts, trx, caller.tenant, RULES));
          if (due.cases === 0) return refuseRetention("retention.nothing-due");
          const rules = await readRules(trx, caller.tenant);
          if (!hasArchive && rules.some((rule) => rule.export && rule.days !== null))
            return refuseRetention("retention.no-archive");
          const { id, begun } = await beginRun(trx, caller.tenant, caller.user, due.cases);
          if (begun) await audit(trx, caller, "history.retire", caller.tenant, { ...due });
          const run = (await readRuns(trx, caller.tenant)).find((one) => one.id === String(id));
          if (run === undefined) throw new Error(`Run ${id} is not there`);
          return { ok: true as const, value: run };
        });
        if (begun.ok) asked();
        return begun;
      }),
  };
}

/** What goes by the rule of one flow, or of the workspace for flows without one of their own. */
function dueBy(
  due: ReadonlyMap<string, RetentionDue>,
  flow: string | null,
  own: ReadonlySet<string | null>,
): RetentionDue {
  return together(new Map([...due].filter(([id]) => (flow === null ? !own.has(id) : id === flow))));
}

function together(due: ReadonlyMap<string, RetentionDue>): RetentionDue {
  const all = [...due.values()];
  return {
    cases: all.reduce((sum, { cases }) => sum + cases, 0),
    oldest: all.flatMap(({ oldest }) => oldest ?? []).sort()[0] ?? null,
    newest:
      all
        .flatMap(({ newest }) => newest ?? [])
        .sort()
        .at(-1) ?? null,
  };
}
