import type { WorkflowDefinition } from "@flowright/definition";

/** Start, one task, end, in a row. */
export const SMALL_FLOW: WorkflowDefinition = {
  schema: "flowright/workflow/v1",
  id: "small",
  name: { en: "Small flow", "zh-CN": "小流程" },
  variables: {
    type: "object",
    properties: {
      amount: { type: "string", format: "money", title: { en: "Amount", "zh-CN": "金额" } },
    },
  },
  nodes: [
    { id: "start_1", kind: "start", position: { x: 0, y: 12 } },
    {
      id: "userTask_1",
      kind: "userTask",
      name: { en: "Check the order", "zh-CN": "核对订单" },
      who: { type: "initiator" },
      position: { x: 140, y: 0 },
    },
    { id: "end_1", kind: "end", name: { en: "Done", "zh-CN": "完成" }, position: { x: 460, y: 12 } },
  ],
  edges: [
    { id: "edge_1", source: "start_1", target: "userTask_1" },
    { id: "edge_2", source: "userTask_1", target: "end_1" },
  ],
};

/** Work of two roles and a folded sub-process, with room between them. */
export const ROOMY_FLOW: WorkflowDefinition = {
  schema: "flowright/workflow/v1",
  id: "roomy",
  name: { en: "Roomy flow", "zh-CN": "宽松流程" },
  roles: [
    { id: "store", name: { en: "Warehouse", "zh-CN": "仓库" } },
    { id: "fin", name: { en: "Finance", "zh-CN": "财务" } },
  ],
  nodes: [
    { id: "start", kind: "start", position: { x: 0, y: 12 } },
    {
      id: "pick",
      kind: "userTask",
      name: { en: "Pick", "zh-CN": "拣货" },
      who: { type: "role", role: "store" },
      position: { x: 120, y: 0 },
    },
    {
      id: "pack",
      kind: "userTask",
      name: { en: "Pack", "zh-CN": "打包" },
      who: { type: "role", role: "store" },
      position: { x: 450, y: 120 },
    },
    {
      id: "billing",
      kind: "subProcess",
      name: { en: "Billing", "zh-CN": "开票" },
      collapsed: true,
      position: { x: 780, y: 0 },
      nodes: [
        { id: "billing_start", kind: "start", position: { x: 32, y: 68 } },
        {
          id: "invoice",
          kind: "userTask",
          name: { en: "Write the invoice", "zh-CN": "开具发票" },
          who: { type: "role", role: "fin" },
          position: { x: 136, y: 56 },
        },
        { id: "billing_end", kind: "end", position: { x: 420, y: 68 } },
      ],
      edges: [
        { id: "billing_1", source: "billing_start", target: "invoice" },
        { id: "billing_2", source: "invoice", target: "billing_end" },
      ],
    },
    { id: "end", kind: "end", name: { en: "Done", "zh-CN": "完成" }, position: { x: 1100, y: 12 } },
  ],
  edges: [
    { id: "line_1", source: "start", target: "pick" },
    { id: "line_2", source: "pick", target: "pack" },
    { id: "line_3", source: "pack", target: "billing" },
    { id: "line_4", source: "billing", target: "end" },
  ],
};

/** A decision without "otherwise". */
export const UNFINISHED_FLOW: WorkflowDefinition = {
  ...SMALL_FLOW,
  id: "unfinished",
  nodes: [
    { id: "start_1", kind: "start" },
    { id: "exclusive_1", kind: "exclusive", name: { en: "Large?", "zh-CN": "大额？" } },
    {
      id: "approval_1",
      kind: "approval",
      name: { en: "Approve", "zh-CN": "审批" },
      who: { type: "initiator" },
      rule: { type: "any" },
    },
    { id: "end_1", kind: "end" },
  ],
  edges: [
    { id: "edge_1", source: "start_1", target: "exclusive_1" },
    { id: "edge_2", source: "exclusive_1", target: "approval_1", condition: "amount > 5000" },
    { id: "edge_3", source: "exclusive_1", target: "end_1", condition: "amount < 1000" },
    { id: "edge_4", source: "approval_1", target: "end_1" },
  ],
};

/** A refund from its form over an approval to two tasks: what the ten edits of a manager begin with. */
export const REFUND_FLOW: WorkflowDefinition = {
  ...SMALL_FLOW,
  id: "refund-request",
  name: { en: "Refund request", "zh-CN": "退款申请" },
  variables: {
    type: "object",
    properties: {
      amount: { type: "string", format: "money", title: { en: "Amount", "zh-CN": "金额" } },
      reason: { type: "string", title: { en: "Reason", "zh-CN": "原因" } },
    },
  },
  roles: [{ id: "fin", name: { en: "Finance", "zh-CN": "财务" } }],
  forms: [
    {
      id: "request",
      title: { en: "Request", "zh-CN": "申请" },
      sections: [{ fields: [{ field: "amount", required: true }, { field: "reason" }] }],
    },
  ],
  nodes: [
    { id: "request", kind: "start", form: "request" },
    {
      id: "approve",
      kind: "approval",
      name: { en: "Approve", "zh-CN": "审批" },
      who: { type: "role", role: "fin" },
      rule: { type: "any" },
    },
    {
      id: "pay",
      kind: "userTask",
      name: { en: "Pay back", "zh-CN": "退款" },
      who: { type: "role", role: "fin" },
    },
    {
      id: "file",
      kind: "userTask",
      name: { en: "File the papers", "zh-CN": "归档" },
      who: { type: "role", role: "fin" },
    },
    { id: "done", kind: "end", name: { en: "Done", "zh-CN": "完成" } },
  ],
  edges: [
    { id: "request-approve", source: "request", target: "approve" },
    { id: "approve-pay", source: "approve", target: "pay" },
    { id: "pay-file", source: "pay", target: "file" },
    { id: "file-done", source: "file", target: "done" },
  ],
};

/** Many steps in rows, to see how the canvas bears them. */
export function largeFlow(steps: number): WorkflowDefinition {
  const columns = 25;
  const nodes: WorkflowDefinition["nodes"] = [];
  const edges: WorkflowDefinition["edges"] = [];
  for (let at = 0; at < steps; at += 1) {
    nodes.push({
      id: `task_${at}`,
      kind: "userTask",
      name: `Step ${at}`,
      who: { type: "initiator" },
      position: { x: (at % columns) * 320, y: Math.floor(at / columns) * 128 },
    });
    if (at % columns > 0) edges.push({ id: `edge_${at}`, source: `task_${at - 1}`, target: `task_${at}` });
    if (at >= columns && at % 3 === 0) {
      edges.push({ id: `down_${at}`, source: `task_${at - columns}`, target: `task_${at}` });
    }
  }
  return { schema: "flowright/workflow/v1", id: "large", name: "Large", nodes, edges };
}

/** A choice whose branches meet at a join that waits for both. */
export const STUCK_FLOW: WorkflowDefinition = {
  ...SMALL_FLOW,
  id: "stuck",
  nodes: [
    { id: "begin", kind: "start" },
    { id: "choose", kind: "exclusive", name: { en: "Large?", "zh-CN": "大额？" } },
    { id: "check", kind: "userTask", name: { en: "Check", "zh-CN": "核对" }, who: { type: "initiator" } },
    { id: "pay", kind: "userTask", name: { en: "Pay", "zh-CN": "付款" }, who: { type: "initiator" } },
    { id: "join", kind: "parallel", name: { en: "Both done", "zh-CN": "都完成" } },
    { id: "done", kind: "end" },
  ],
  edges: [
    { id: "e1", source: "begin", target: "choose" },
    { id: "e2", source: "choose", target: "check", condition: "amount > 100" },
    { id: "e3", source: "choose", target: "pay", default: true },
    { id: "e4", source: "check", target: "join" },
    { id: "e5", source: "pay", target: "join" },
    { id: "e6", source: "join", target: "done" },
  ],
};
