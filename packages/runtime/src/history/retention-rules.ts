import type { CaseRetention } from "@flowright/client";
import { sql, type Transaction } from "kysely";
import type { RetentionRule } from "../contract/history.ts";
import type { Result } from "../contract/result.ts";
import type { Tables } from "../database/tables.ts";
import { type ProblemCode, refuser } from "../problem/problem-code.ts";

/** Answers of idempotency keys are kept for a week and may name their case. */
const FEWEST_DAYS = 7;
const MOST_DAYS = 36_500;

export const refuseRetention = refuser({
  "retention.workspace-unknown": {
    status: 404,
    message: { en: "There is no workspace {id}.", "zh-CN": "没有工作区 {id}。" },
    fix: { en: "Name one that exists.", "zh-CN": "请指定已有的工作区。" },
  },
  "retention.flow-unknown": {
    status: 404,
    message: { en: "There is no flow {id} in the workspace.", "zh-CN": "工作区中没有流程 {id}。" },
    fix: { en: "Name a published flow.", "zh-CN": "请指定已发布的流程。" },
  },
  "retention.too-short": {
    status: 422,
    message: {
      en: "Finished cases are kept for at least {days} days.",
      "zh-CN": "已结束的流程实例至少保留 {days} 天。",
    },
    fix: { en: "Choose more days, or “forever”.", "zh-CN": "请增加天数，或选择永久保留。" },
  },
  "retention.no-archive": {
    status: 409,
    message: {
      en: "Cases are to be exported before they go, and this server has no archive.",
      "zh-CN": "规则要求先导出再删除，但此服务器没有配置归档。",
    },
    fix: {
      en: "Give the server an archive, or save the rule without export.",
      "zh-CN": "请为服务器配置归档，或保存不导出的规则。",
    },
  },
  "retention.nothing-due": {
    status: 409,
    message: { en: "No finished case is due to be removed.", "zh-CN": "目前没有到期应删除的流程实例。" },
    fix: {
      en: "Cases go only once the days of their rule are over; shorten the rule if they are to go sooner.",
      "zh-CN": "只有超过规则天数的流程实例才会删除；如需提前删除，请缩短保留天数。",
    },
  },
  "retention.own-rule-unknown": {
    status: 404,
    message: { en: "The flow {id} has no rule of its own.", "zh-CN": "流程 {id} 没有单独的规则。" },
    fix: { en: "Look at the rules again.", "zh-CN": "请重新查看规则。" },
  },
} as const satisfies Record<string, ProblemCode>);

/** All rules, or those of one workspace; the rule of a workspace before those of its flows. */
export async function readRules(trx: Transaction<Tables>, workspace?: string): Promise<RetentionRule[]> {
  const all = trx.selectFrom("retention").select(["tenant_id", "definition_id", "days", "export"]);
  const some = workspace === undefined ? all : all.where("tenant_id", "=", workspace);
  const rows = await some.orderBy("tenant_id").orderBy("definition_id").execute();
  return rows.map((row) => ({
    workspace: row.tenant_id,
    flow: row.definition_id === "" ? null : row.definition_id,
    days: row.days,
    export: row.export,
  }));
}

/** The refusal of a rule that cannot be, or the rule. */
export async function checkRule(
  trx: Transaction<Tables>,
  workspace: string,
  { flow, days }: CaseRetention,
): Promise<Result<null>> {
  if (days !== null && !(Number.isInteger(days) && days >= FEWEST_DAYS && days <= MOST_DAYS))
    return refuseRetention("retention.too-short", { days: FEWEST_DAYS }, { path: "/days" });
  const { rows } = await sql<{ tenant: boolean; flow: boolean }>`
    select exists (select from workspace where id = ${workspace}) as tenant,
           ${flow}::text is null or exists (
             select from definition where tenant_id = ${workspace} and id = ${flow}) as flow`.execute(trx);
  if (rows[0]?.tenant !== true) return refuseRetention("retention.workspace-unknown", { id: workspace });
  if (!rows[0].flow) return refuseRetention("retention.flow-unknown", { id: flow ?? "" }, { path: "/flow" });
  return { ok: true, value: null };
}

/** Writes a rule and notes who did. */
export async function writeRule(
  trx: Transaction<Tables>,
  by: string,
  { workspace, flow, days, export: exported }: RetentionRule,
): Promise<void> {
  await sql`
    insert into retention (tenant_id, definition_id, days, export)
    values (${workspace}, ${flow ?? ""}, ${days}, ${exported})
    on conflict (tenant_id, definition_id) do update set days = excluded.days, export = excluded.export,
      set_at = clock_timestamp()`.execute(trx);
  await sql`
    insert into audit (tenant_id, at, actor, action, subject, detail)
    values (${workspace}, clock_timestamp(), ${by}, 'history.keep', ${flow ?? workspace},
      ${JSON.stringify({ days, export: exported })}::json)`.execute(trx);
}
