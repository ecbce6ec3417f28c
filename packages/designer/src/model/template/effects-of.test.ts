import type { Form, Node, WorkflowDefinition } from "@flowright/definition";
import { type KeptStepTemplate, templateOfStep, withTemplates } from "@flowright/templates";
import { describe, expect, it } from "vitest";
import { pinyinOf } from "../../canvas/menu/pinyin-of.ts";
import { searchElements } from "../../canvas/menu/search-elements.ts";
import { updateDefinition } from "../command/content/update-definition.ts";
import { type NodePatch, updateNode } from "../command/content/update-node.ts";
import { lostFields } from "../command/replace/lost-fields.ts";
import { replaceKind } from "../command/replace/replace-kind.ts";
import { addNode } from "../command/structure/add-node.ts";
import { appendNode } from "../command/structure/append-node.ts";
import { insertOnEdge } from "../command/structure/insert-on-edge.ts";
import { createDesignerStore } from "../designer-store.ts";
import { indexOf } from "../document/index-of.ts";
import type { ElementType } from "../element/element-type.ts";
import { ELEMENT_TYPES, elementType } from "../element/element-types.ts";
import { insertAt } from "../structure/edit/insert-at.ts";
import { effectsOf } from "./effects-of.ts";

const FLOW: WorkflowDefinition = {
  schema: "flowright/workflow/v1",
  id: "flow",
  name: "Flow",
  roles: [{ id: "boss" }],
  nodes: [
    { id: "start", kind: "start" },
    {
      id: "ask",
      kind: "approval",
      name: "Ask the boss",
      who: { type: "role", role: "boss" },
      rule: { type: "any" },
      deadline: { type: "duration", duration: "P3D" },
    },
    { id: "end", kind: "end" },
  ],
  edges: [
    { id: "first", source: "start", target: "ask" },
    { id: "last", source: "ask", target: "end" },
  ],
};

const STEP: Node = {
  id: "x",
  kind: "approval",
  name: { en: "Finance decides", "zh-CN": "财务审核" },
  who: { type: "role", role: "fin" },
  rule: { type: "all" },
  deadline: { type: "duration", duration: "PT4H" },
  form: "sum",
};

const kept = (version: number): KeptStepTemplate => ({
  version,
  content: templateOfStep(
    STEP,
    { id: "finance", name: { en: "Finance decides", "zh-CN": "财务审核" }, description: "x", icon: "check" },
    { who: "hidden", rule: "locked" },
    {
      roles: [{ id: "fin", name: "Finance" }],
      variables: { type: "object", properties: { amount: { type: "number" } } },
      forms: [{ id: "sum", sections: [{ fields: [{ field: "amount" }] }] }],
    },
  ),
});

function designer(version = 1) {
  const store = createDesignerStore({ definition: FLOW });
  store.getState().setTemplateEffects(effectsOf([kept(version)]));
  return store;
}
const [FINANCE] = effectsOf([kept(1)]).elements as readonly [ElementType];

describe("step templates in the designer", () => {
  it.each([
    ["added", addNode(FINANCE, { container: null, centre: { x: 400, y: 400 } })],
    ["appended", appendNode("ask", FINANCE)],
    ["put into a line", insertOnEdge("last", FINANCE)],
    ["put into the column", insertAt({ edges: ["last"] }, FINANCE)],
  ])("a step of one is %s with all that it names, as one step of the history", (_, command) => {
    const store = designer();
    const outcome = store.getState().run(command);
    const { definition, undo } = store.getState();
    const made = indexOf(definition).nodes.get((outcome.ok && outcome.selection?.[0]) || "")?.node;
    expect(made).toMatchObject({
      name: STEP.name,
      who: { role: "fin" },
      form: "finance-form",
      template: { id: "finance", version: 1 },
    });
    expect(definition).toMatchObject({
      roles: [{ id: "boss" }, { id: "fin", name: "Finance" }],
      forms: [{ id: "finance-form" }],
      variables: { properties: { amount: { type: "number" } } },
    });
    undo();
    expect(store.getState().definition).toBe(FLOW);
  });

  it("makes a step that is there one of the template: its settings are taken, its name stays", () => {
    const store = designer();
    const ask = FLOW.nodes[1] as Node;
    expect(lostFields(ask, FINANCE)).toEqual(["who", "rule", "deadline"]);
    store.getState().run(replaceKind("ask", FINANCE));
    expect(indexOf(store.getState().definition).nodes.get("ask")?.node).toMatchObject({
      id: "ask",
      name: "Ask the boss",
      who: { role: "fin" },
      rule: { type: "all" },
      deadline: { duration: "PT4H" },
      template: { id: "finance", version: 1 },
    });
  });

  it("is found by its name in English, Chinese and pinyin, and by its kind, behind the kind itself", () => {
    const all = [...ELEMENT_TYPES, FINANCE];
    const first = (query: string) => searchElements(query, all, pinyinOf)[0]?.id;
    for (const query of ["finance", "财务", "caiwu", "cwsh"]) expect(first(query)).toBe("template-finance");
    const approvals = searchElements("approval", all, pinyinOf).map(({ id }) => id);
    expect(approvals[0]).toBe("approval");
    expect(approvals).toContain("template-finance");
  });

  it("tells of each step whose template is newer, and of none once they are brought up", () => {
    const store = designer();
    store.getState().run(appendNode("ask", FINANCE));
    expect(store.getState().problems).toEqual([]);
    store.getState().setTemplateEffects(effectsOf([kept(2)]));
    const { problems } = store.getState();
    expect(problems).toMatchObject([{ code: "step-template.newer", path: "/nodes/3/template" }]);
    store.getState().setTemplateEffects(effectsOf([kept(1)]));
    expect(store.getState().problems).toEqual([]);
  });

  it("refuses every edit of what it fixes and says so; what it leaves open can be changed", () => {
    const store = designer();
    store.getState().run(appendNode("ask", FINANCE));
    const { definition } = store.getState();
    const id = definition.nodes.at(-1)?.id ?? "";
    const form = definition.forms?.[0];
    for (const [patch, what] of [
      [{ rule: { type: "any" } }, "how many must agree"],
      [{ who: undefined }, "who does it"],
    ] as const) {
      const outcome = store.getState().run(updateNode(id, patch as NodePatch));
      expect(outcome).toMatchObject({ ok: false, refusal: { code: "step-template.fixed" } });
      expect(store.getState().notice?.text.en).toBe(`Fixed by the step template “Finance decides”: ${what}.`);
    }
    expect(store.getState().definition).toBe(definition);
    expect(store.getState().run(updateNode(id, { name: "Ours" })).ok).toBe(true);
    expect(store.getState().run(updateDefinition({ forms: [{ ...form, title: "Ours" } as Form] })).ok).toBe(
      true,
    );
    const ask = elementType("userTask") as ElementType;
    expect(store.getState().run(replaceKind(id, ask)).ok).toBe(true);
  });

  it("keeps its form as it is where it fixes it, whichever step it is changed from", () => {
    const fixed = {
      ...kept(1),
      content: { ...kept(1).content, rules: { form: "locked", name: "locked" } as const },
    };
    const store = createDesignerStore({ definition: FLOW });
    const effects = effectsOf([fixed]);
    store.getState().setTemplateEffects(effects);
    store.getState().run(appendNode("ask", effects.elements[0] as ElementType));
    const { definition } = store.getState();
    const title = updateDefinition({ forms: [{ ...definition.forms?.[0], title: "Ours" } as Form] });
    expect(store.getState().run(title)).toMatchObject({ ok: false });
    const id = definition.nodes.at(-1)?.id ?? "";
    expect(store.getState().run(updateNode(id, { name: "Ours" }))).toMatchObject({ ok: false });
    store.getState().setTemplateEffects(effectsOf([{ ...fixed, version: 2 }]));
    const templates = new Map([[fixed.content.id, { ...fixed, version: 2 }]]);
    expect(
      store.getState().run({
        label: { en: "Update", "zh-CN": "更新" },
        execute: (flow) => ({ ok: true, definition: withTemplates(flow, templates, new Set([id])) }),
      }).ok,
    ).toBe(true);
  });

  it("has the drawing of its kind where it names one that is not there", () => {
    const strange = { ...kept(1), content: { ...kept(1).content, icon: "unicorn" } };
    expect(effectsOf([strange]).elements[0]?.icon).toBeUndefined();
    expect(FINANCE.icon).toBe("check");
  });
});
