import type { InstanceSummary, StartInstance } from "@flowright/client";
import type { Problem } from "@flowright/definition";
import type { Command, JsonObject } from "@flowright/engine";
import { checkCaseData, checkForm } from "@flowright/forms";
import type { Caller } from "../contract/caller.ts";
import type { Result } from "../contract/result.ts";
import type { Once } from "../contract/runtime.ts";
import { mayStart } from "../definitions/may-start.ts";
import { startNodeOf } from "../definitions/start-node.ts";
import { onceKeyOf } from "../idempotency/once-key.ts";
import { refuseLargeValue } from "../problem/large-value.ts";
import { problemsBelow } from "../problem/problems-below.ts";
import { requirePermission } from "../problem/require-permission.ts";
import type { TurnParts } from "../turns/turn-parts.ts";
import type { TurnView } from "../turns/turn-request.ts";
import { refuseInstance } from "./instance-problems.ts";
import { startedSummary } from "./started-summary.ts";

/** Starts one case: a person through the start form, a program with any fields of the case. */
export function startInstance(
  parts: TurnParts,
  caller: Caller,
  body: StartInstance,
  once: Once | undefined,
): Promise<Result<InstanceSummary>> {
  const missing = requirePermission(caller, "instance.start");
  if (missing) return Promise.resolve(missing);
  if ((body.businessKey?.length ?? 0) > 200) {
    return Promise.resolve(refuseInstance("start.business-key-too-long", {}, { path: "/businessKey" }));
  }
  const large = refuseLargeValue(body.variables, "/variables");
  if (large) return Promise.resolve(large);
  return parts.turns.submit({
    tenant: caller.tenant,
    target: {
      kind: "start",
      definitionId: body.definitionId,
      version: body.version,
      businessKey: body.businessKey,
    },
    actor: caller.user,
    once: onceKeyOf(caller, once, "instance.start", body),
    decide: (view) => decideStart(caller, body, view),
    answer: startedSummary,
  });
}

function decideStart(caller: Caller, body: StartInstance, view: TurnView): Result<Command> {
  const start = startNodeOf(view.definition);
  if (!start) return refuseInstance("start.by-message-only", { id: view.definition.id });
  const roles = start.startableBy ?? null;
  if (!mayStart(caller, roles)) {
    const names = (roles ?? []).join(", ");
    return refuseInstance("start.not-allowed", { id: view.definition.id, roles: names });
  }
  const checked = checkStartData(caller, body.variables ?? {}, start.form, view);
  if (checked.problems.some((problem) => problem.severity === "error")) {
    const problems = problemsBelow("/variables", checked.problems);
    return refuseInstance("start.data-wrong", { count: problems.length }, { path: "/variables", problems });
  }
  return { ok: true, value: { kind: "instance.start", variables: checked.data, by: caller.user } };
}

function checkStartData(
  caller: Caller,
  data: JsonObject,
  formId: string | undefined,
  view: TurnView,
): { problems: readonly Problem[]; data: JsonObject } {
  const schema = view.definition.variables ?? { type: "object" as const, properties: {} };
  const form = view.definition.forms?.find((one) => one.id === formId);
  if (form && !caller.user.startsWith("token:")) {
    return checkForm({ form, schema, data, variables: {}, now: view.now, stage: "complete" });
  }
  return { problems: checkCaseData(schema, data), data };
}
