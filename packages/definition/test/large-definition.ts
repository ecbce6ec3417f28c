import type { Edge, Node, WorkflowDefinition } from "../src/index.ts";

/** A valid flow of about `size` steps in blocks of five: a task, a choice, two calls, a merge. */
export function largeDefinition(size: number): WorkflowDefinition {
  const nodes: Node[] = [{ id: "begin", kind: "start" }];
  const edges: Edge[] = [];
  const line = (source: string, target: string, more: Partial<Edge> = {}) =>
    edges.push({ id: `${source}-to-${target}`, source, target, ...more });
  let last = "begin";
  for (let block = 0; block < size / 5; block++) {
    const id = (name: string) => `${name}_${block}`;
    nodes.push(
      {
        id: id("task"),
        kind: "userTask",
        name: { en: `Check ${block}`, "zh-CN": `核对 ${block}` },
        who: { type: "role", role: "ops" },
        form: "order",
        deadline: { type: "duration", duration: "PT4H" },
        checklist: [{ id: "amount", text: "Amount", rule: `amount > ${block}` }],
      },
      { id: id("choice"), kind: "exclusive", name: { en: "Large?", "zh-CN": "大额？" } },
      {
        id: id("call"),
        kind: "serviceTask",
        call: { system: "shop", operation: "tell" },
        input: [{ target: "text", value: `"Order " + orderNo + " in block ${block}"` }],
        output: [{ target: "answer", value: "result.text" }],
        retry: { attempts: 3, backoff: ["PT5S"] },
      },
      { id: id("set"), kind: "scriptTask", assignments: [{ target: "amount", value: `amount + ${block}` }] },
      { id: id("merge"), kind: "exclusive" },
    );
    line(last, id("task"));
    line(id("task"), id("choice"));
    line(id("choice"), id("call"), { condition: `amount > ${block} and urgent = true` });
    line(id("choice"), id("set"), { default: true });
    line(id("call"), id("merge"));
    line(id("set"), id("merge"));
    last = id("merge");
  }
  nodes.push({ id: "done", kind: "end" });
  line(last, "done");
  return {
    schema: "flowright/workflow/v1",
    id: "large",
    name: "Large",
    variables: {
      type: "object",
      properties: {
        orderNo: { type: "string" },
        amount: { type: "number" },
        urgent: { type: "boolean" },
        answer: { type: "string" },
      },
    },
    roles: [{ id: "ops" }],
    forms: [
      { id: "order", sections: [{ fields: [{ field: "orderNo", mode: "read" }, { field: "amount" }] }] },
    ],
    nodes,
    edges,
  };
}
