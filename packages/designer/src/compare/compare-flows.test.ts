import type { Node, WorkflowDefinition } from "@flowright/definition";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changeSummary } from "./change-summary.ts";
import { compareFlows } from "./compare-flows.ts";
import { centred, fitted, movedTo, viewportOf } from "./shared-view.ts";
import { COMPARE_TEXTS } from "./words/compare-texts.ts";

const approve: Node = {
  id: "approve",
  kind: "approval",
  name: { en: "Approve", "zh-CN": "审批" },
  who: { type: "role", role: "manager" },
  rule: { type: "any" },
  form: "check",
};
const before: WorkflowDefinition = {
  schema: "flowright/workflow/v1",
  id: "f",
  name: "Refund",
  variables: { type: "object", properties: { amount: { type: "string", format: "money", title: "Amount" } } },
  roles: [
    { id: "manager", name: { en: "Manager", "zh-CN": "店长" } },
    { id: "finance", name: { en: "Finance", "zh-CN": "财务" } },
  ],
  forms: [{ id: "check", title: "Check", sections: [{ fields: [{ field: "amount", mode: "read" }] }] }],
  nodes: [
    { id: "s", kind: "start" },
    approve,
    { id: "pay", kind: "manualTask", name: "Pay" },
    { id: "e", kind: "end" },
  ],
  edges: [
    { id: "s_a", source: "s", target: "approve" },
    { id: "a_p", source: "approve", target: "pay" },
    { id: "p_e", source: "pay", target: "e" },
  ],
};
const after: WorkflowDefinition = {
  ...before,
  variables: { type: "object", properties: { amount: { type: "number", title: "Amount" } } },
  forms: [{ id: "check", title: "Check", sections: [{ fields: [{ field: "amount", required: true }] }] }],
  nodes: [
    { id: "s", kind: "start", position: { x: 9, y: 9 } },
    {
      ...approve,
      position: { x: 400, y: 9 },
      who: { type: "role", role: "finance" },
      rule: { type: "nOfM", n: 2 },
      deadline: { type: "duration", duration: "PT24H" },
    },
    { id: "stock", kind: "manualTask", name: "Check stock" },
    { id: "e", kind: "end" },
  ],
  edges: [
    { id: "s_a", source: "s", target: "approve" },
    { id: "a_p", source: "approve", target: "stock", condition: "amount > 500" },
    { id: "n", source: "stock", target: "e" },
  ],
};

describe("two versions in words", () => {
  test("fields before and after are said as the panel says them, in either language", () => {
    const of = (language: "en" | "zh-CN") => {
      const { changes } = compareFlows(before, after, language);
      return changes.map(({ change, title, rows }) => [
        change,
        title,
        ...rows.map(({ label, before: was, after: is }) => `${label}: ${was} → ${is}`),
      ]);
    };
    expect(of("en")).toEqual([
      ["added", "Check stock"],
      [
        "changed",
        "Settings of the flow",
        "Field “Amount”: Money → Number",
        "Form “Check” › Amount: to read → to edit, required",
      ],
      [
        "changed",
        "Approve",
        "Who: Manager → Finance",
        "Who has to agree: Any one of them → 2 of them",
        "Deadline: null → 24 hours",
      ],
      [
        "changed",
        "Line from Approve to Check stock",
        "Leads to: Pay → Check stock",
        "Condition: null → Amount > 500",
      ],
      ["removed", "Pay"],
      ["moved", "Start"],
    ]);
    const chinese = of("zh-CN");
    expect(chinese).toContainEqual([
      "changed",
      "审批",
      "处理人: 店长 → 财务",
      "审批方式: 或签（一人同意即可） → 2 人同意即可",
      "截止时间: null → 24 小时",
    ]);
  });

  test("plain lines that come and go with a step are marked and not listed", () => {
    const { changes, marks } = compareFlows(before, after, "en");
    expect(changes.map(({ key }) => key)).not.toContain("line added n");
    expect([marks.after.get("n"), marks.before.get("p_e"), marks.after.get("a_p")]).toEqual([
      "added",
      "removed",
      "changed",
    ]);
  });

  test("a sentence says what changed", () => {
    const { changes } = compareFlows(before, after, "en");
    expect(changeSummary(changes, "en")).toBe(
      "Added “Check stock”; changed “Approve”; removed “Pay”; changed 1 line; changed settings of the flow (Field “Amount”, Form “Check”).",
    );
    expect(changeSummary(compareFlows(before, before, "en").changes, "en")).toBe(COMPARE_TEXTS.en.none);
    const moved = { ...before, nodes: before.nodes.map((node) => ({ ...node, position: { x: 3, y: 3 } })) };
    expect(changeSummary(compareFlows(before, moved, "zh-CN").changes, "zh-CN")).toBe(
      COMPARE_TEXTS["zh-CN"].onlyMoves,
    );
  });

  test("whatever a draft holds in a field, its difference is told and nothing breaks", () => {
    const fields = [
      "who",
      "rule",
      "deadline",
      "checklist",
      "loop",
      "retry",
      "call",
      "table",
      "event",
      "name",
      "extra",
    ];
    fc.assert(
      fc.property(fc.constantFrom(...fields), fc.jsonValue(), fc.jsonValue(), (field, one, other) => {
        const flow = (value: unknown): WorkflowDefinition => ({
          ...before,
          nodes: [{ ...approve, [field]: value } as Node],
          edges: [],
        });
        const [change] = compareFlows(flow(one), flow(other), "zh-CN").changes;
        if (change === undefined) return;
        expect(change.rows.length).toBeGreaterThan(0);
        const said = change.rows.flatMap((row) => [row.label, row.before ?? "", row.after ?? ""]);
        for (const words of [change.title, ...said]) expect(typeof words).toBe("string");
      }),
      { numRuns: 60 },
    );
  });
});

describe("two drawings behind one window", () => {
  const frame = { width: 600, height: 400 };
  const view = { look: { x: 10, y: 20, zoom: 0.5 }, shift: { x: 30, y: -40 } };

  test("what one shows after it was moved, the other shows too", () => {
    const to = { x: -50, y: 60, zoom: 1.5 };
    for (const version of ["before", "after"] as const)
      expect(viewportOf(movedTo(view, version, to), version)).toEqual(to);
  });

  test("a step that stands elsewhere in each is in the middle of both", () => {
    const there = { before: { x: 100, y: 100 }, after: { x: 700, y: 300 } };
    const next = centred(view, there.before, there.after, frame);
    for (const version of ["before", "after"] as const) {
      const { x, y, zoom } = viewportOf(next, version);
      expect([there[version].x * zoom + x, there[version].y * zoom + y]).toEqual([300, 200]);
    }
    expect(centred(view, null, null, frame)).toBe(view);
  });

  test("an empty flow is looked at, too", () => {
    expect(fitted([], frame).look.zoom).toBe(1);
  });
});
