import type { Node, WorkflowDefinition } from "@flowright/definition";
import { expect, test } from "vitest";
import {
  type KeptStepTemplate,
  outdatedSteps,
  stepFromTemplate,
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

test.each([
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
