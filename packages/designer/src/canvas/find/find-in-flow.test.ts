import type { WorkflowDefinition } from "@flowright/definition";
import { describe, expect, it } from "vitest";
import { lexiconOf } from "../../diagram/words/lexicon.ts";
import { pinyinOf } from "../menu/pinyin-of.ts";
import { findInFlow } from "./find-in-flow.ts";

const flow = {
  schema: "flowright/workflow/v1",
  id: "returns",
  name: "Returns",
  roles: [{ id: "manager", name: { en: "Shop manager", "zh-CN": "店长" } }],
  variables: {
    type: "object",
    properties: { amount: { type: "number", title: { en: "Refund amount", "zh-CN": "退款金额" } } },
  },
  nodes: [
    { id: "s", kind: "start", name: { en: "Return asked for", "zh-CN": "申请退货" } },
    {
      id: "a",
      kind: "approval",
      name: { en: "Check the refund", "zh-CN": "退货处理" },
      who: { type: "role", role: "manager" },
      rule: { type: "any" },
      documentation: "Ask the warehouse first",
      form: { sections: [{ fields: [{ field: "amount" }] }] },
    },
    { id: "e", kind: "end" },
  ],
  edges: [
    { id: "l1", source: "s", target: "a", condition: "amount > 5000" },
    { id: "l2", source: "a", target: "e" },
  ],
  drawing: { notes: [{ id: "n", text: "Spring sale: no fee" }] },
} as unknown as WorkflowDefinition;

const lexicon = lexiconOf(flow, "en", {});
const found = (query: string) =>
  findInFlow(flow, query, lexicon, pinyinOf).map((hit) => `${hit.id} ${hit.in}`);

describe("find in a flow", () => {
  it("finds names in both languages, whatever the language shown", () => {
    expect(found("check the")).toEqual(["a name"]);
    expect(found("退货处理")).toEqual(["a name"]);
    expect(found("退货")).toEqual(["s name", "a name"]);
  });
  it("finds by pinyin in full and by initials", () => {
    expect(found("tuihuochuli")).toEqual(["a name"]);
    expect(found("thcl")).toEqual(["a name"]);
  });
  it("finds who does it, fields of the form, notes and expressions", () => {
    expect(found("shop manager")).toEqual(["a who"]);
    expect(found("refund amount")).toContain("a field");
    expect(found("warehouse")).toEqual(["a note"]);
    expect(found("5000")).toEqual(["l1 expression"]);
    expect(found("spring")).toEqual(["n note"]);
  });
  it("forgives a letter left out and the order of words", () => {
    expect(found("refnd")).toContain("a name");
    expect(found("refund check")).toEqual(["a name"]);
  });
  it("finds nothing for nothing and for nonsense", () => {
    expect(found(" ")).toEqual([]);
    expect(found("qzx")).toEqual([]);
  });
});
