import type { WorkflowDefinition } from "@flowright/definition";

/** An order that somebody approves. */
export const PURCHASE_FLOW: WorkflowDefinition = {
  schema: "flowright/workflow/v1",
  id: "purchase",
  name: { en: "Purchase", "zh-CN": "采购" },
  roles: [{ id: "buyers", name: { en: "Buyers", "zh-CN": "采购组" } }],
  nodes: [
    { id: "begin", kind: "start", name: { en: "Wish", "zh-CN": "申请" }, position: { x: 40, y: 160 } },
    {
      id: "approve",
      kind: "approval",
      name: { en: "Approve", "zh-CN": "主管审批" },
      who: { type: "role", role: "buyers" },
      rule: { type: "any" },
      position: { x: 160, y: 144 },
    },
    { id: "done", kind: "end", name: { en: "Ordered", "zh-CN": "已下单" }, position: { x: 480, y: 100 } },
    { id: "refused", kind: "end", name: { en: "Refused", "zh-CN": "已拒绝" }, position: { x: 480, y: 240 } },
  ],
  edges: [
    { id: "begin_approve", source: "begin", target: "approve" },
    { id: "approve_done", source: "approve", target: "done", outcome: "approved" },
    { id: "approve_refused", source: "approve", target: "refused", outcome: "rejected" },
  ],
};
