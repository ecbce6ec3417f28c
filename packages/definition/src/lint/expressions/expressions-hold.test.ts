import { describe, expect, test } from "vitest";
import type { Node, WorkflowDefinition } from "../../generated/workflow.ts";
import { valueAt } from "../../json/json-pointer.ts";
import { validateDefinition } from "../../validate-definition.ts";

/** A flow with one step between start and end, one field `amount`, and whatever else. */
function flow(step: Node, more: Partial<WorkflowDefinition> = {}): WorkflowDefinition {
  return {
    schema: "flowright/workflow/v1",
    id: "places",
    name: "Places",
    variables: { type: "object", properties: { amount: { type: "number" } } },
    nodes: [{ id: "begin", kind: "start" }, step, { id: "done", kind: "end" }],
    edges: [
      { id: "in", source: "begin", target: step.id },
      { id: "out", source: step.id, target: "done" },
    ],
    ...more,
  };
}

const BAD = "nowhere + 1";
const who = { type: "initiator" } as const;
const message = { name: "m", key: "amount" };
const rows = [{ target: "amount", value: BAD }];

const start = (key: string, value: string): WorkflowDefinition =>
  flow(
    { id: "x", kind: "userTask", who },
    {
      nodes: [
        {
          id: "begin",
          kind: "start",
          trigger: { type: "message", message: { name: "m", key, output: [{ target: "amount", value }] } },
        },
        { id: "x", kind: "userTask", who },
        { id: "done", kind: "end", result: { type: "error", code: "c", message: "amount" } },
      ],
    },
  );

describe("an expression is checked", () => {
  test.each<[place: string, definition: WorkflowDefinition]>([
    ["/nodes/0/trigger/message/key", start(BAD, "1")],
    ["/nodes/0/trigger/message/output/0/value", start("message.key", BAD)],
    ["/nodes/1/who/value", flow({ id: "x", kind: "userTask", who: { type: "expression", value: BAD } })],
    ["/nodes/1/output/0/value", flow({ id: "x", kind: "userTask", who, output: rows })],
    [
      "/nodes/1/deadline/duration",
      flow({ id: "x", kind: "userTask", who, deadline: { type: "duration", duration: `=${BAD}` } }),
    ],
    [
      "/nodes/1/checklist/0/rule",
      flow({
        id: "x",
        kind: "approval",
        who,
        rule: { type: "any" },
        checklist: [{ id: "c", text: "C", rule: `${BAD} > 1` }],
      }),
    ],
    ["/nodes/1/input/0/value", flow({ id: "x", kind: "serviceTask", jobType: "j", input: rows })],
    ["/nodes/1/output/0/value", flow({ id: "x", kind: "serviceTask", jobType: "j", output: rows })],
    ["/nodes/1/assignments/0/value", flow({ id: "x", kind: "scriptTask", assignments: rows })],
    ["/nodes/1/message/key", flow({ id: "x", kind: "receiveTask", message: { ...message, key: BAD } })],
    [
      "/nodes/1/message/output/0/value",
      flow({ id: "x", kind: "receiveTask", message: { ...message, output: rows } }),
    ],
    [
      "/nodes/1/event/message/key",
      flow({ id: "x", kind: "catch", event: { type: "message", message: { ...message, key: BAD } } }),
    ],
    [
      "/nodes/1/event/duration",
      flow({ id: "x", kind: "catch", event: { type: "timer", duration: `=${BAD}` } }),
    ],
    ["/nodes/1/event/date", flow({ id: "x", kind: "catch", event: { type: "timer", date: `=${BAD}` } })],
    [
      "/settings/businessKey",
      flow({ id: "x", kind: "userTask", who }, { settings: { businessKey: BAD, caseTitle: "amount" } }),
    ],
    [
      "/forms/0/sections/0/fields/0/visibleWhen",
      flow(
        { id: "x", kind: "userTask", who, form: "f" },
        { forms: [{ id: "f", sections: [{ fields: [{ field: "amount", visibleWhen: `${BAD} > 0` }] }] }] },
      ),
    ],
  ])("at %s", (place, definition) => {
    const { problems } = validateDefinition(definition);
    expect(problems).toMatchObject([{ code: "expression.unknown-name", severity: "error", path: place }]);
    const at = problems[0]?.at;
    const text = valueAt(definition, place) as string;
    if (!at || !("offset" in at)) throw new Error("no place in the text");
    expect(text.slice(at.offset, at.offset + at.length)).toBe("nowhere");
  });
});

test("a condition has to be true or false", () => {
  const definition = flow({ id: "x", kind: "exclusive" });
  const edges = definition.edges.map((edge) =>
    edge.id === "out" ? { ...edge, condition: "amount + 1" } : edge,
  );
  const codes = validateDefinition({ ...definition, edges }).problems.map(
    ({ code, path }) => `${code} ${path}`,
  );
  expect(codes).toContain("expression.type-expected /edges/1/condition");
});

test("a call's answer and a message's content may be read where they arrive, and only there", () => {
  const output = (value: string) => [{ target: "amount", value }];
  const call = (value: string) => flow({ id: "x", kind: "serviceTask", jobType: "j", output: output(value) });
  expect(validateDefinition(call("result.amount")).problems).toEqual([]);
  expect(validateDefinition(call("message.amount")).problems).toHaveLength(1);
});

test("columns see the fields of their row", () => {
  const lines = {
    type: "array",
    items: { type: "object", properties: { qty: { type: "number" } } },
  } as const;
  const form = (rule: string) =>
    flow(
      { id: "x", kind: "userTask", who, form: "f" },
      {
        variables: { type: "object", properties: { lines } },
        forms: [
          {
            id: "f",
            sections: [{ fields: [{ field: "lines", columns: [{ field: "qty", requiredWhen: rule }] }] }],
          },
        ],
      },
    );
  expect(validateDefinition(form("qty > 1")).problems).toEqual([]);
  expect(validateDefinition(form("price > 1")).problems).toHaveLength(1);
});

test("beyond ten thousand different expressions the check ends and says so", () => {
  const names = Array.from({ length: 101 }, (_, index) => `t${index}`);
  const definition = flow({ id: "x", kind: "userTask", who });
  const nodes: Node[] = names.map((id, node) => ({
    id,
    kind: "scriptTask",
    assignments: Array.from({ length: 100 }, (_, index) => ({
      target: "amount",
      value: `${node * 100 + index}`,
    })),
  }));
  const edges = names.map((id, index) => ({
    id: `e${index}`,
    source: names[index - 1] ?? "begin",
    target: id,
  }));
  const { problems } = validateDefinition({
    ...definition,
    nodes: [{ id: "begin", kind: "start" }, ...nodes, { id: "done", kind: "end" }],
    edges: [...edges, { id: "last", source: "t100", target: "done" }],
  });
  expect(problems.map(({ code }) => code)).toEqual(["expressions.too-many"]);
});
