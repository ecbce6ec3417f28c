import { readFileSync } from "node:fs";
import type { WorkflowDefinition } from "@flowright/definition";

/** The return flow of the examples, whole. */
export function returnFlow(): WorkflowDefinition {
  const file = new URL("../../../../examples/return-handling/return-handling.json", import.meta.url);
  return JSON.parse(readFileSync(file, "utf8")) as WorkflowDefinition;
}

/** The beginning of it: what is asked for, a decision, the inspection with a reminder, the end. */
export function shortReturn(): WorkflowDefinition {
  return {
    schema: "flowright/workflow/v1",
    id: "short-return",
    name: { en: "Return, in short", "zh-CN": "简易退货" },
    variables: {
      type: "object",
      properties: {
        amount: {
          type: "string",
          format: "money",
          currency: "CNY",
          title: { en: "Amount", "zh-CN": "金额" },
        },
      },
    },
    roles: [{ id: "cs", name: { en: "After-sales", "zh-CN": "售后客服" } }],
    forms: [
      {
        id: "request",
        title: { en: "Request", "zh-CN": "申请" },
        sections: [{ fields: [{ field: "amount", mode: "edit", required: true }] }],
      },
    ],
    nodes: [
      { id: "asked", kind: "start", name: { en: "Asked", "zh-CN": "申请退货" }, form: "request" },
      { id: "large", kind: "exclusive", name: { en: "Large?", "zh-CN": "大额？" } },
      {
        id: "inspect",
        kind: "userTask",
        name: { en: "Inspect", "zh-CN": "验货" },
        who: { type: "role", role: "cs" },
        deadline: { type: "duration", duration: "PT24H" },
      },
      {
        id: "late",
        kind: "boundary",
        name: { en: "Late", "zh-CN": "超时" },
        attachedTo: "inspect",
        interrupting: false,
        event: { type: "timer", duration: "PT72H" },
      },
      { id: "done", kind: "end", name: { en: "Done", "zh-CN": "完成" } },
    ],
    edges: [
      { id: "e1", source: "asked", target: "large" },
      { id: "e2", source: "large", target: "inspect", condition: "amount > 500" },
      { id: "e3", source: "large", target: "done", default: true },
      { id: "e4", source: "inspect", target: "done" },
    ],
  };
}
