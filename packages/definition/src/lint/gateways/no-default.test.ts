import { expect, test } from "vitest";
import { validateDefinition } from "../../validate-definition.ts";

function choice(...names: { en: string; "zh-CN": string }[]): unknown {
  return {
    schema: "flowright/workflow/v1",
    id: "choice",
    name: "Choice",
    variables: { type: "object", properties: { amount: { type: "number" } } },
    nodes: [
      { id: "begin", kind: "start" },
      { id: "how", kind: "exclusive", name: { en: "Amount?", "zh-CN": "金额？" } },
      { id: "done", kind: "end" },
    ],
    edges: [
      { id: "in", source: "begin", target: "how" },
      ...names.map((name, index) => ({
        id: `out${index}`,
        source: "how",
        target: "done",
        name,
        condition: `amount > ${500 + index}`,
      })),
    ],
  };
}

test("a branch without a name is told by its condition, with the titles of the fields", () => {
  const flow = choice({ en: "", "zh-CN": "" }) as { variables: { properties: { amount: object } } };
  flow.variables.properties.amount = {
    type: "number",
    title: { en: "Amount of the order", "zh-CN": "订单金额" },
  };
  const [problem] = validateDefinition(flow).problems;
  expect(problem?.message).toEqual({
    en: "If “Amount of the order > 500” does not hold, the case stops at “Amount?” with an incident.",
    "zh-CN": "如果“订单金额 > 500”不成立，实例会停在“金额？”并产生异常。",
  });
});

const LARGE = { en: "Amount above ¥500", "zh-CN": "金额超过 500 元" };
const RISKY = { en: "Risky buyer", "zh-CN": "高风险买家" };
const URGENT = { en: "Urgent", "zh-CN": "加急" };

test.each([
  [
    [LARGE],
    "If “Amount above ¥500” does not hold, the case stops at “Amount?” with an incident.",
    "如果“金额超过 500 元”不成立，实例会停在“金额？”并产生异常。",
  ],
  [
    [LARGE, RISKY],
    "If neither “Amount above ¥500” nor “Risky buyer” holds, the case stops at “Amount?” with an incident.",
    "如果“金额超过 500 元”、“高风险买家”都不成立，实例会停在“金额？”并产生异常。",
  ],
  [
    [LARGE, RISKY, URGENT],
    "If none of “Amount above ¥500”, “Risky buyer” and “Urgent” holds, the case stops at “Amount?” with an incident.",
    "如果“金额超过 500 元”、“高风险买家”、“加急”都不成立，实例会停在“金额？”并产生异常。",
  ],
])("a choice without default says what happens to a case (%#)", (names, english, chinese) => {
  const [problem, ...others] = validateDefinition(choice(...names)).problems;
  expect(others).toEqual([]);
  expect(problem).toMatchObject({
    code: "gateway.no-default",
    severity: "error",
    path: "/nodes/1",
    node: "how",
    message: { en: english, "zh-CN": chinese },
  });
});
