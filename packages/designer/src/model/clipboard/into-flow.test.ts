import { type Node, validateDefinition, type WorkflowDefinition } from "@flowright/definition";
import { describe, expect, it } from "vitest";
import { arrivalWords } from "../../canvas/clipboard/arrival-words.ts";
import { paste } from "../command/structure/paste.ts";
import { createDesignerStore } from "../designer-store.ts";
import { broughtBy } from "./brings.ts";
import { clipboardText } from "./clipboard-text.ts";
import { type Clipping, clippingOf } from "./clipping.ts";
import { arrivalIn, pasteWith } from "./into-flow.ts";
import { parsedClipboard } from "./parsed-clipboard.ts";

const TABLE = {
  hitPolicy: "first",
  inputs: [{ id: "i", expression: "= amount", type: "number" }],
  outputs: [{ name: "way", type: "string" }],
  rules: [{ id: "r", when: ["> 1"], then: ['"long"'] }],
} as never;

const SOURCE: WorkflowDefinition = {
  schema: "flowright/workflow/v1",
  id: "refund",
  name: "Refund",
  variables: {
    type: "object",
    properties: {
      amount: { type: "number" },
      reason: { type: "string" },
      other: { type: "boolean" },
    },
  },
  roles: [{ id: "boss", name: "Boss" }, { id: "clerk" }],
  forms: [{ id: "sum", title: "Sum", sections: [{ fields: [{ field: "amount" }] }] }],
  settings: {
    calendars: [
      {
        id: "shop",
        timeZone: "Asia/Shanghai",
        holidays: "china",
        week: [{ days: ["mon"], from: "09:00", to: "18:00" }],
      },
    ],
  },
  nodes: [
    { id: "start", kind: "start", startableBy: ["clerk"] },
    {
      id: "ask",
      kind: "approval",
      who: { type: "role", role: "boss" },
      rule: { type: "any" },
      form: "sum",
      deadline: { type: "duration", duration: "P3D", calendar: "shop" },
      documentation: "Nothing other is asked.",
    } as Node,
    {
      id: "which",
      kind: "businessRuleTask",
      decision: { id: "ways" },
      output: [{ target: "reason", value: "= result" }],
    } as Node,
    { id: "end", kind: "end" },
  ],
  edges: [
    { id: "a", source: "start", target: "ask" },
    { id: "b", source: "ask", target: "which" },
    { id: "c", source: "which", target: "end" },
  ],
};
const EMPTY: WorkflowDefinition = {
  schema: "flowright/workflow/v1",
  id: "empty",
  name: "Empty",
  nodes: [],
  edges: [],
};

function copied(ids: readonly string[]): Clipping {
  const clipping = clippingOf(SOURCE, ids) as Clipping;
  const brings = broughtBy(SOURCE, clipping, [{ id: "ways", table: TABLE }]);
  return parsedClipboard(clipboardText(brings ? { ...clipping, brings } : clipping)) as Clipping;
}

function pastedInto(
  definition: WorkflowDefinition,
  clipping: Clipping,
  decisions: { id: string }[] | null = null,
) {
  const store = createDesignerStore({ definition });
  const arrival = arrivalIn(definition, clipping, decisions);
  const outcome = store
    .getState()
    .run(pasteWith(arrival, (steps) => paste(steps, { container: null, at: { x: 0, y: 0 } })));
  expect(outcome.ok).toBe(true);
  return { store, arrival, pasted: store.getState().definition };
}

describe("steps pasted into another flow", () => {
  it("bring what they refer to and nothing else, as one step that is undone as one", () => {
    const clipping = copied(["ask", "which"]);
    expect(clipping.brings).toMatchObject({
      roles: [{ id: "boss" }],
      forms: [{ id: "sum" }],
      calendars: [{ id: "shop" }],
      fields: { amount: { type: "number" }, reason: { type: "string" } },
    });
    expect(Object.keys(clipping.brings?.fields ?? {})).toEqual(["amount", "reason"]);
    const { store, arrival, pasted } = pastedInto(EMPTY, clipping);
    expect(pasted).toMatchObject({
      roles: [{ id: "boss", name: "Boss" }],
      forms: [{ id: "sum" }],
      settings: { calendars: [{ id: "shop" }] },
    });
    const unknown = validateDefinition(pasted).problems.filter(({ code }) => code.endsWith(".unknown"));
    expect(unknown).toEqual([]);
    expect(arrivalWords(arrival)?.en).toBe(
      "Came along with the steps: form “Sum”, role “Boss”, working calendar “shop”, fields amount, reason.",
    );
    store.getState().undo();
    expect(store.getState().definition).toBe(EMPTY);
  });

  it("bring nothing where all of it is there already", () => {
    const { arrival, pasted } = pastedInto(SOURCE, copied(["ask"]));
    expect(pasted.forms).toBe(SOURCE.forms);
    expect(pasted.roles).toBe(SOURCE.roles);
    expect(pasted.settings).toBe(SOURCE.settings);
    expect(arrivalWords(arrival)).toBeNull();
  });

  it("bring under a new name what is something else here, once, and refer to it by that", () => {
    const other: WorkflowDefinition = {
      ...EMPTY,
      variables: { type: "object", properties: { amount: { type: "string" } } },
      roles: [{ id: "boss", name: "Head of purchasing" }],
      forms: [{ id: "sum", sections: [{ fields: [] }] }],
    };
    const { arrival, pasted } = pastedInto(other, copied(["ask"]));
    expect(pasted.roles).toEqual([other.roles?.[0], { id: "boss_2", name: "Boss" }]);
    expect(pasted.forms?.map(({ id }) => id)).toEqual(["sum", "sum_2"]);
    expect(pasted.nodes[0]).toMatchObject({ who: { role: "boss_2" }, form: "sum_2" });
    expect(pasted.variables?.properties["amount"]).toEqual({ type: "string" });
    expect(arrivalWords(arrival)?.en).toBe(
      "Came along with the steps: form “Sum” (here “sum_2”, as this flow has another one of that name), " +
        "role “Boss” (here “boss_2”, as this flow has another one of that name), working calendar “shop”. " +
        "This flow has its own field amount; it stays as it is.",
    );
    const again = pastedInto(pasted, copied(["ask"]));
    expect(again.pasted.roles).toBe(pasted.roles);
    expect(again.pasted.nodes[1]).toMatchObject({ who: { role: "boss_2" }, form: "sum_2" });
  });

  it("get the rules of a decision that the workspace does not have, and keep to it where it does", () => {
    const clipping = copied(["which"]);
    expect(pastedInto(EMPTY, clipping, []).pasted.nodes[0]).toMatchObject({ table: TABLE });
    expect(pastedInto(EMPTY, clipping, [{ id: "ways" }]).pasted.nodes[0]).toMatchObject({
      decision: { id: "ways" },
    });
  });

  it("are not taken with what no flow may hold", () => {
    const text = clipboardText({ ...copied(["ask"]), brings: { roles: [{ id: "not an id!" }] } });
    expect(parsedClipboard(text)).toBeNull();
  });
});
