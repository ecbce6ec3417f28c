import type { Edge, Node, WorkflowDefinition } from "@flowright/definition";

/**
 * A flow of about `size` nodes as people draw them: per ten nodes six tasks, two services, a choice with its merge;
 * a fifth of it inside sub-processes.
 */
export function flowOf(size: number): WorkflowDefinition {
  const nodes: Node[] = [{ id: "start", kind: "start", name: "Start" }];
  const edges: Edge[] = [];
  let last = "start";
  let count = 2;
  const add = (node: Node, from = last, more: Partial<Edge> = {}) => {
    nodes.push(node);
    edges.push({ id: `${from}-${node.id}`, source: from, target: node.id, ...more });
    last = node.id;
    count++;
  };
  for (let round = 0; count < size - 1; round++) {
    const id = (name: string) => `${name}_${round}`;
    add(work(id("enter")));
    add(call(id("check")));
    add({ id: id("large"), kind: "exclusive", name: "Large?" });
    const choice = last;
    add(work(id("review")), choice, { condition: 'amount > policy.limit and grade = "A"' });
    const reviewed = last;
    add(work(id("sign")), choice, { default: true });
    const signed = last;
    add({ id: id("merge"), kind: "exclusive" }, reviewed);
    edges.push({ id: `${signed}-${id("merge")}`, source: signed, target: id("merge") });
    add(work(id("pack")));
    add(call(id("tell")));
    if (round % 5 === 0) {
      add({
        id: id("box"),
        kind: "subProcess",
        nodes: [{ id: id("in"), kind: "start" }, work(id("inside")), { id: id("out"), kind: "end" }],
        edges: [
          { id: id("a"), source: id("in"), target: id("inside") },
          { id: id("b"), source: id("inside"), target: id("out") },
        ],
      });
      count += 3;
    } else {
      add(work(id("store")));
      add(work(id("close")));
    }
  }
  add({ id: "end", kind: "end", name: "Done" });
  return {
    schema: "flowright/workflow/v1",
    id: `flow-${size}`,
    name: `Flow of ${size}`,
    variables: {
      type: "object",
      properties: {
        amount: { type: "string", format: "money" },
        grade: { type: "string" },
        policy: {
          type: "object",
          properties: { limit: { type: "string", format: "money" } },
          default: { limit: "100.00" },
        },
        note: { type: "string" },
      },
    },
    roles: [{ id: "staff", name: "Staff" }],
    nodes,
    edges,
    settings: { businessKey: "note" },
  };
}

function work(id: string): Node {
  return {
    id,
    kind: "userTask",
    name: { en: id, "zh-CN": id },
    who: { type: "role", role: "staff" },
    deadline: { type: "duration", duration: "PT4H" },
  };
}

function call(id: string): Node {
  return {
    id,
    kind: "serviceTask",
    name: id,
    jobType: "work",
    input: [{ target: "amount", value: "amount" }],
    output: [{ target: "note", value: "result.note" }],
  };
}
