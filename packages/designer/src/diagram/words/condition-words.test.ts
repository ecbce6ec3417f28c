import type { WorkflowDefinition } from "@flowright/definition";
import { describe, expect, it } from "vitest";
import { conditionWords } from "./condition-words.ts";
import { lexiconOf } from "./lexicon.ts";

const definition: WorkflowDefinition = {
  schema: "flowright/workflow/v1",
  id: "flow",
  name: "Flow",
  nodes: [],
  edges: [],
  variables: {
    type: "object",
    properties: {
      amount: { type: "string", format: "money", title: { en: "Amount", "zh-CN": "金额" } },
      type: { type: "string", oneOf: [{ const: "x", title: { en: "Exchange", "zh-CN": "换货" } }] },
      shipped: { type: "boolean", title: { en: "Shipped", "zh-CN": "已发货" } },
    },
  },
};
const english = lexiconOf(definition, "en", {});
const chinese = lexiconOf(definition, "zh-CN", {});

describe("a condition on the chip of a line", () => {
  it("names fields and choices by their titles", () => {
    expect(conditionWords("amount >= 5000", english)).toBe("Amount ≥ ¥5,000");
    expect(conditionWords('type = "x" and shipped = false', english)).toBe("type = Exchange and not Shipped");
    expect(conditionWords("amount > 5 or shipped", chinese)).toBe("金额 > ¥5 或 已发货");
  });
  it("leaves as written what is more than plain comparisons", () => {
    expect(conditionWords("some i in items satisfies i.qty > 1", english)).toBe(
      "some i in items satisfies i.qty > 1",
    );
    expect(conditionWords("", english)).toBe("");
  });
});
