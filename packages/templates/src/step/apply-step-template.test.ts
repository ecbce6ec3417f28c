import type { Node, WorkflowDefinition } from "@flowright/definition";
import { expect, test } from "vitest";
import {
  type KeptStepTemplate,
  outdatedSteps,
  stepFromTemplate,
  withBrought,
  withTemplate,
  withTemplates,
} from "./apply-step-template.ts";
import { canBeStepTemplate, presetFields, templateOfStep } from "./from-step.ts";
import { readStepTemplate } from "./read-step-template.ts";

const step: Node = {
  id: "decide",
  kind: "approval",
  name: "Finance",
  who: { type: "role", role: "fin" },
  rule: { type: "all" },
  deadline: { type: "duration", duration: "PT4H" },
  position: { x: 1, y: 2 },
};
const content = templateOfStep(
  step,
  { id: "finance", name: "Finance decides", description: "x" },
  { rule: "locked", who: "hidden", deadline: "open", gone: "locked" },
);
const kept = (version: number, change: object = {}): KeptStepTemplate => ({
  version,
  content: { ...content, step: { ...content.step, ...change } },
});

test("a template holds what the step does, not where it stands", () => {
  expect(presetFields(step)).toEqual(["name", "who", "rule", "deadline"]);
  expect(content).toMatchObject({
    step: { kind: "approval", name: "Finance" },
    rules: { rule: "locked", who: "hidden" },
  });
  expect(content.rules).not.toHaveProperty("gone");
  expect(readStepTemplate(content)).toEqual({ template: content, problems: [] });
  expect(canBeStepTemplate({ id: "x", kind: "exclusive" })).toBe(false);
});

test("a new version brings what is locked and hidden, and leaves what was set", () => {
  const made = stepFromTemplate(kept(1), "mine");
  expect(made).toMatchObject({ id: "mine", template: { id: "finance", version: 1 } });
  const own = {
    ...made,
    name: "My own",
    loop: { type: "standard", condition: "true" },
    position: { x: 9, y: 9 },
  } as Node;
  const newer = kept(2, {
    rule: { type: "any" },
    who: { type: "role", role: "boss" },
    name: "Renamed",
    form: "f",
  });
  expect(withTemplate(own, newer)).toEqual({
    ...own,
    rule: { type: "any" },
    who: { type: "role", role: "boss" },
    form: "f",
    template: { id: "finance", version: 2 },
  });
  expect(withTemplate(step, newer)).toBe(step);
});

test("all steps of a flow are brought up at once, in parts of it, too", () => {
  const inside = stepFromTemplate(kept(1), "inside");
  const flow = {
    nodes: [
      { id: "box", kind: "subProcess", nodes: [inside], edges: [] },
      stepFromTemplate(kept(2), "current"),
      { ...step, id: "free" },
    ],
    edges: [],
  } as unknown as WorkflowDefinition;
  const newest = new Map([["finance", kept(2, { rule: { type: "any" } })]]);
  expect(outdatedSteps(flow, newest)).toEqual(["inside"]);
  const after = withTemplates(flow, newest, new Set(["inside"]));
  expect(outdatedSteps(after, newest)).toEqual([]);
  expect(after.nodes[0]).toMatchObject({ nodes: [{ rule: { type: "any" }, template: { version: 2 } }] });
  expect(after.nodes[1]).toBe(flow.nodes[1]);
  expect(withTemplates(flow, newest, new Set())).toBe(flow);
});

const around = {
  roles: [{ id: "fin", name: "Finance" }, { id: "ops" }],
  variables: {
    type: "object" as const,
    properties: { amount: { type: "number" as const }, note: { type: "string" as const } },
  },
  forms: [
    { id: "form_1", sections: [{ fields: [{ field: "amount" }] }] },
    { id: "form_2", sections: [] },
  ],
};
const withForm = templateOfStep(
  { ...step, form: "form_1" } as Node,
  { id: "finance", name: "Finance decides", description: "x", icon: "check" },
  { form: "locked" },
  around,
);

test("what a step names comes with it, under an id that no other form has", () => {
  expect(withForm.step).toMatchObject({ form: "finance-form" });
  expect(withForm.brings).toEqual({
    forms: [{ id: "finance-form", sections: [{ fields: [{ field: "amount" }] }] }],
    roles: [{ id: "fin", name: "Finance" }],
    fields: { amount: { type: "number" } },
  });
  expect(readStepTemplate(withForm)).toEqual({ template: withForm, problems: [] });
  const empty = { nodes: [], edges: [] } as unknown as WorkflowDefinition;
  const brought = withBrought(empty, withForm);
  expect(brought).toMatchObject({
    forms: withForm.brings?.forms,
    roles: withForm.brings?.roles,
    variables: { type: "object", properties: withForm.brings?.fields },
  });
  expect(withBrought(brought, withForm)).toEqual(brought);
});

test("a form that the template fixes takes its new content, one left open keeps the flow's; roles and fields stay", () => {
  const mine = {
    nodes: [],
    edges: [],
    roles: [{ id: "fin", name: "My finance" }],
    variables: { type: "object", properties: { amount: { type: "string" } } },
    forms: [
      { id: "other", sections: [] },
      { id: "finance-form", sections: [] },
    ],
  } as unknown as WorkflowDefinition;
  const fixed = withBrought(mine, withForm);
  expect(fixed.forms).toEqual([mine.forms?.[0], withForm.brings?.forms?.[0]]);
  expect([fixed.roles, fixed.variables]).toEqual([mine.roles, mine.variables]);
  expect(withBrought(mine, { ...withForm, rules: {} }).forms).toEqual(mine.forms);
});

test.each([
  [{ ...withForm, brings: { forms: [{ id: "f" }] } }, "/brings/forms/0"],
  [{ ...withForm, brings: { fields: { amount: { type: "nothing" } } } }, "/brings/fields/amount/type"],
  [{ ...withForm, brings: 3 }, "/brings"],
  [{ ...withForm, icon: 3 }, "/icon"],
  [{ ...content, step: { kind: "end" } }, "/step/kind"],
  [{ ...content, step: { kind: "approval", rule: { type: "all" }, who: 3 } }, "/step/who"],
  [{ ...content, step: { ...content.step, id: "x" } }, "/step"],
  [{ ...content, rules: { who: "perhaps" } }, "/rules"],
  [null, "/schema"],
])("%j is told where it is wrong", (document, path) => {
  const { template, problems } = readStepTemplate(document);
  expect(template).toBeNull();
  expect(problems.map((problem) => problem.path)).toContain(path);
});
