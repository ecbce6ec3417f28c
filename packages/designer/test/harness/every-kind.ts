import type { Edge, Node, WorkflowDefinition } from "@flowright/definition";

const both = (en: string, zh: string) => ({ en, "zh-CN": zh });
const who = { type: "role", role: "fin" } as const;
const task = (id: string, en: string, zh: string, more: object = {}): Node =>
  ({ id, kind: "userTask", name: both(en, zh), who, ...more }) as Node;

function lines(...pairs: readonly (readonly [string, string, Partial<Edge>?])[]): Edge[] {
  return pairs.map(([source, target, more]) => ({ id: `${source}-${target}`, source, target, ...more }));
}

const block = (prefix: string, inner: Node[], start: Partial<Extract<Node, { kind: "start" }>> = {}) => {
  const ids = [`${prefix}-in`, ...inner.map(({ id }) => id), `${prefix}-out`];
  return {
    nodes: [
      { id: `${prefix}-in`, kind: "start", ...start },
      ...inner,
      { id: `${prefix}-out`, kind: "end" },
    ] as Node[],
    edges: lines(...ids.slice(1).map((id, at): [string, string] => [ids[at] as string, id])),
  };
};

/** A drawing with every kind of step, event and marker. */
export const EVERY_KIND: WorkflowDefinition = {
  schema: "flowright/workflow/v1",
  id: "every-kind",
  name: both("Every kind", "所有节点类型"),
  variables: {
    type: "object",
    properties: {
      orderNo: { type: "string", title: both("Order number", "订单号") },
      amount: { type: "number", title: both("Amount", "金额") },
      level: { type: "string", title: both("Level", "等级") },
      urgent: { type: "boolean", title: both("Urgent", "加急") },
      lines: {
        type: "array",
        title: both("Lines", "明细"),
        items: { type: "object", properties: { sku: { type: "string" }, qty: { type: "integer" } } },
      },
    },
  },
  roles: [{ id: "fin", name: both("Finance", "财务") }],
  nodes: [
    {
      id: "begin",
      kind: "start",
      trigger: { type: "timer", cron: "0 9 * * MON-FRI", timeZone: "Asia/Shanghai" },
    },
    { id: "which", kind: "inclusive", name: both("What is needed?", "需要哪些？") },
    task("pick", "Pick each line", "逐项拣货", { loop: { type: "multiInstance", collection: "lines" } }),
    {
      id: "price",
      kind: "businessRuleTask",
      name: both("Find the discount", "判断折扣"),
      table: {
        hitPolicy: "unique",
        inputs: [
          { id: "amount", label: both("Amount", "金额"), expression: "amount", type: "number" },
          {
            id: "level",
            label: both("Level", "等级"),
            expression: "level",
            type: "string",
            values: ["gold", "silver"],
          },
        ],
        outputs: [{ name: "discount", label: both("Discount", "折扣"), type: "number" }],
        rules: [
          { id: "r1", when: ["< 100", "-"], then: ["0"] },
          { id: "r2", when: ["[100..500]", '"gold"'], then: ["0.1"] },
          { id: "r3", when: ["[100..500]", '"silver"'], then: ["0.05"] },
          { id: "r4", when: ["> 400", '"gold"'], then: ["0.2"] },
        ],
      },
      output: [{ target: "amount", value: "amount * (1 - result)" }],
    },
    {
      id: "sign",
      kind: "approval",
      name: both("Sign in turn", "依次签字"),
      who,
      rule: { type: "all" },
      loop: { type: "multiInstance", sequential: true, collection: '["lin", "wang"]' },
    },
    { id: "together", kind: "inclusive" },
    {
      id: "told",
      kind: "throw",
      event: { type: "message", message: { name: "order.checked", key: "orderNo" } },
    },
    { id: "race", kind: "eventBased" },
    { id: "paid", kind: "catch", event: { type: "signal", signal: { name: "paid" } } },
    { id: "fits", kind: "catch", event: { type: "condition", condition: "amount > 100" } },
    { id: "soon", kind: "catch", event: { type: "timer", duration: "P2D" } },
    { id: "leave", kind: "throw", event: { type: "link", name: "A" } },
    { id: "arrive", kind: "catch", event: { type: "link", name: "A" } },
    { id: "fork", kind: "parallel" },
    {
      id: "send",
      kind: "sendTask",
      name: both("Tell the carrier", "通知承运商"),
      message: { name: "pickup", key: "orderNo" },
    },
    { id: "hand", kind: "manualTask", name: both("Tick the paper list", "勾选纸质清单") },
    { id: "call", kind: "callActivity", name: both("Refund the buyer", "退款"), process: "refund" },
    { id: "enough", kind: "complex", need: { type: "count", count: 2 } },
    {
      id: "again",
      kind: "serviceTask",
      name: both("Ask the carrier", "查询承运商"),
      jobType: "ask",
      loop: { type: "standard", condition: "urgent", maximum: 5 },
    },
    {
      id: "late",
      kind: "boundary",
      attachedTo: "again",
      interrupting: false,
      event: { type: "timer", cycle: "R3/PT10M" },
    },
    { id: "failed", kind: "boundary", attachedTo: "again", event: { type: "error", code: "no-answer" } },
    { id: "note", kind: "throw", name: both("Noted", "已记录"), event: { type: "none" } },
    {
      id: "trip",
      kind: "transaction",
      name: both("Book as a whole", "整体预订"),
      nodes: [
        { id: "t-in", kind: "start" },
        { id: "book", kind: "serviceTask", name: both("Book stock", "占用库存"), jobType: "book" },
        { id: "undo", kind: "boundary", attachedTo: "book", event: { type: "compensation" } },
        { id: "release", kind: "serviceTask", name: both("Release stock", "释放库存"), jobType: "release" },
        { id: "ok", kind: "exclusive" },
        { id: "t-out", kind: "end" },
        { id: "t-cancel", kind: "end", result: { type: "cancel" } },
      ],
      edges: lines(
        ["t-in", "book"],
        ["book", "ok"],
        ["ok", "t-out", { condition: "urgent" }],
        ["ok", "t-cancel", { default: true }],
        ["undo", "release"],
      ),
    },
    { id: "cancelled", kind: "boundary", attachedTo: "trip", event: { type: "cancel" } },
    {
      id: "launch",
      kind: "plan",
      name: both("Launch", "上市计划"),
      nodes: [
        task("draft", "Draft", "起草"),
        task("print", "Print", "印刷"),
        task("ship", "Ship samples", "寄样", { optional: true }),
      ],
      edges: lines(["draft", "print", { dependency: { lag: "P2D" } }], ["draft", "ship"]),
    },
    {
      id: "look",
      kind: "adHoc",
      name: both("Look into it", "调查"),
      completion: "urgent",
      nodes: [task("ask", "Ask the buyer", "询问买家"), task("read", "Read the log", "查看日志")],
      edges: [],
    },
    { id: "undoAll", kind: "throw", event: { type: "compensation" } },
    { id: "done", kind: "end", result: { type: "signal", signal: { name: "order.done" } } },
    { id: "stopped", kind: "end", result: { type: "terminate" } },
    { id: "raised", kind: "end", result: { type: "escalation", code: "late" } },
    { id: "broken", kind: "end", result: { type: "error", code: "no-answer" } },
    {
      id: "onCancel",
      kind: "eventSubProcess",
      name: both("Order cancelled", "订单取消"),
      ...block("c", [{ id: "c-undo", kind: "throw", event: { type: "compensation" } }], {
        trigger: { type: "message", message: { name: "order.cancelled", key: "orderNo" } },
      }),
    },
    {
      id: "onChange",
      kind: "eventSubProcess",
      name: both("Price changed", "价格变动"),
      collapsed: true,
      ...block("p", [], { interrupting: false, trigger: { type: "condition", condition: "amount > 1000" } }),
    },
  ],
  edges: lines(
    ["begin", "which"],
    ["which", "pick", { condition: "urgent" }],
    ["which", "price", { condition: "amount > 10" }],
    ["which", "sign", { default: true }],
    ["pick", "together"],
    ["price", "together"],
    ["sign", "together"],
    ["together", "told"],
    ["told", "race"],
    ["race", "paid"],
    ["race", "fits"],
    ["race", "soon"],
    ["paid", "leave"],
    ["fits", "leave"],
    ["soon", "leave"],
    ["arrive", "fork"],
    ["fork", "send"],
    ["fork", "hand"],
    ["fork", "call"],
    ["send", "enough"],
    ["hand", "enough"],
    ["call", "enough"],
    ["enough", "again"],
    ["late", "raised"],
    ["failed", "broken"],
    ["again", "note"],
    ["note", "trip"],
    ["cancelled", "stopped"],
    ["trip", "launch"],
    ["launch", "look"],
    ["look", "undoAll"],
    ["undoAll", "done"],
  ),
};
