import { type CompiledDecision, compileDecisionTable, type Decision } from "@flowright/decisions";
import type { DecisionTable } from "@flowright/definition";
import { type FieldTypes, toJson } from "@flowright/expressions";
import type { Json } from "../../contract/json.ts";
import type { Evaluated, View } from "../../data/evaluate.ts";
import type { IncidentCode } from "../../problem/incident-codes.ts";
import type { Params } from "../../problem/render.ts";
import type { NodeProgram } from "../../program/program.ts";
import type { Turn } from "../turn.ts";

type Problem = { readonly message: { readonly en: string; readonly "zh-CN": string } };

/** What the table of a step decides for the data of now. */
export function decide(turn: Turn, node: NodeProgram, view: View): Evaluated<Json> {
  const drawn = node.node;
  if (drawn.kind !== "businessRuleTask") return { ok: true, value: null };
  const found = tableOf(turn, node);
  if (!found.ok) return found;
  const decision = found.value;
  const decided = decision.evaluate(view.variables, { now: view.now });
  if (!decided.ok) return failed("decision.failed", reason(decided.error));
  if (decided.match === "none" && drawn.noMatch !== "null")
    return failed("decision.none", reason(decided.problem));
  // A table of the workspace is not known as the flow is compiled: its amounts stay numbers, which can be reckoned with.
  const json = toJson(decided.value, decision === node.parts.decision?.own ? decision.resultType : undefined);
  if (!json.ok) return failed("decision.failed", reason(json.error));
  return { ok: true, value: json.value as Json };
}

/** The table that is drawn into the step, or one of the workspace. */
function tableOf(turn: Turn, { node, parts }: NodeProgram): Evaluated<Decision> {
  const own = parts.decision?.own ?? null;
  if (own !== null) return { ok: true, value: own };
  const { id = "", version } = (node.kind === "businessRuleTask" ? node.decision : undefined) ?? {};
  const params = {
    id,
    version: version ?? "newest",
    ...(version === undefined ? { "version:zh-CN": "最新" } : {}),
  };
  const table = turn.ctx.decision?.(id, version) ?? null;
  if (table === null) return failed("decision.missing", params);
  const compiled = compiledOnce(table, parts.decision?.types ?? {});
  if (compiled.ok) return { ok: true, value: compiled.decision };
  const [first] = compiled.problems;
  return failed("decision.broken", { ...params, ...(first === undefined ? { reason: "" } : reason(first)) });
}

/** Compiled tables of the workspace by the types of the fields that they read. */
const known = new WeakMap<DecisionTable, WeakMap<FieldTypes, CompiledDecision>>();

function compiledOnce(table: DecisionTable, types: FieldTypes): CompiledDecision {
  let byTypes = known.get(table);
  if (byTypes === undefined) {
    byTypes = new WeakMap();
    known.set(table, byTypes);
  }
  let compiled = byTypes.get(types);
  if (compiled === undefined) {
    compiled = compileDecisionTable(table, types);
    byTypes.set(types, compiled);
  }
  return compiled;
}

function reason({ message }: Problem): Params {
  return { reason: message.en, "reason:zh-CN": message["zh-CN"] };
}

function failed(code: IncidentCode, params: Params): Evaluated<never> {
  return { ok: false, failure: { code, params } };
}
