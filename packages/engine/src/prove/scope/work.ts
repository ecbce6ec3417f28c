import type { Node } from "@flowright/definition";

/** Whether a step waits for somebody or something; the others are done at once. */
export function isWork({ kind }: Node): boolean {
  return kind !== "scriptTask" && kind !== "manualTask" && kind !== "businessRuleTask" && kind !== "sendTask";
}

/** Whether work can fail with a code of the business. */
export function canFail({ kind }: Node): boolean {
  return kind === "serviceTask" || kind === "callActivity";
}
