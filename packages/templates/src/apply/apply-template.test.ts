import type { WorkflowDefinition } from "@flowright/definition";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readTemplate } from "../file/read-template.ts";
import { parameterCandidates } from "../make/parameter-candidates.ts";
import { matchingTemplates } from "../search/matching-templates.ts";
import type { FlowTemplate } from "../template.ts";
import { applyTemplate } from "./apply-template.ts";
import { checkValues } from "./check-values.ts";

const definition: WorkflowDefinition = {
  schema: "flowright/workflow/v1",
  id: "ask",
  name: { en: "Ask", "zh-CN": "申请" },
  roles: [{ id: "lead" }],
  variables: {
    type: "object",
    properties: {
      amount: { type: "string", format: "money", currency: "CNY" },
      policy: {
        type: "object",
        properties: { limit: { type: "string", format: "money", currency: "CNY", title: "Limit" } },
        default: { limit: "500.00" },
      },
    },
  },
  nodes: [
    { id: "begin", kind: "start" },
    {
      id: "box",
      kind: "subProcess",
      nodes: [
        { id: "box_begin", kind: "start" },
        {
          id: "decide",
          kind: "approval",
          name: "Decide",
          who: { type: "role", role: "lead" },
          rule: { type: "any" },
          deadline: { type: "duration", duration: "PT4H" },
        },
        { id: "box_end", kind: "end" },
      ],
      edges: [
        { id: "e1", source: "box_begin", target: "decide" },
        { id: "e2", source: "decide", target: "box_end" },
      ],
    },
    { id: "end", kind: "end" },
  ],
  edges: [
    { id: "a", source: "begin", target: "box", name: { en: "x", "zh-CN": "x" } },
    { id: "b", source: "box", target: "end" },
  ],
};
const template: FlowTemplate = {
  schema: "flowright/template/v1",
  id: "ask",
  name: { en: "Ask first", "zh-CN": "先审批" },
  description: { en: "Somebody decides", "zh-CN": "有人审批" },
  category: "approval",
  keywords: ["会签"],
  definition,
  parameters: [
    {
      id: "limit",
      type: "money",
      label: "Limit",
      currency: "CNY",
      default: "500.00",
      minimum: "1",
      places: [
        { at: "/variables/properties/policy/default/limit" },
        { at: "/@a/name/en", text: "Above ¥«limit» within «time»" },
        { at: "/@a/name/zh-CN", text: "超过 ¥«limit»，«time»内" },
        { at: "/@a/condition", feel: 'number(amount) > «limit» and «time» > duration("PT1H")' },
      ],
    },
    {
      id: "time",
      type: "duration",
      label: "Time",
      default: "PT4H",
      maximum: "P2D",
      places: [{ at: "/@decide/deadline/duration" }],
    },
    {
      id: "who",
      type: "who",
      label: "Who",
      default: { type: "role", role: "lead" },
      places: [{ at: "/@decide/who" }],
    },
    {
      id: "more",
      type: "money",
      label: "More",
      currency: "CNY",
      default: "900",
      moreThan: "limit",
      places: [{ at: "/variables/properties/policy/default/more" }],
    },
  ],
};

test("values come into every place, on whatever level, in the language of the text", () => {
  const made = applyTemplate(template, {
    limit: "12345.5",
    time: "P1D",
    who: { type: "role", role: "boss" },
  });
  const box = made.nodes[1];
  expect(made.edges[0]).toEqual({
    ...definition.edges[0],
    name: { en: "Above ¥12,345.50 within 1 day", "zh-CN": "超过 ¥12,345.50，1 天内" },
    condition: 'number(amount) > 12345.50 and duration("P1D") > duration("PT1H")',
  });
  expect(box).toMatchObject({ nodes: [{}, { who: { role: "boss" }, deadline: { duration: "P1D" } }, {}] });
  expect(made.variables?.properties?.policy?.default).toEqual({ limit: "12345.50", more: "900.00" });
  expect(made.roles).toEqual([{ id: "lead" }, { id: "boss" }]);
  expect(definition.edges[0]).not.toHaveProperty("condition");
});

test.each([
  [{ limit: "0" }, ["limit"]],
  [{ limit: "abc" }, ["limit"]],
  [{ limit: "900" }, ["more"]],
  [{ time: "P3D" }, ["time"]],
  [{ time: "PT0M" }, ["time"]],
  [{ time: "1 day" }, ["time"]],
  [{ who: { type: "role", role: "" } }, ["who"]],
  [{}, []],
] as const)("of %j the values %j are wrong", (values, wrong) => {
  expect(checkValues(template, values).map(({ parameter }) => parameter)).toEqual(wrong);
});

test("what may become a parameter, made one, gives the flow as it was", () => {
  const parameters = parameterCandidates(definition);
  expect(parameters.map(({ id }) => id)).toEqual(["policy_limit", "who_decide", "deadline_decide"]);
  expect(applyTemplate({ definition, parameters }, {})).toEqual(definition);
});

test.each([
  ["approval", ["ask"]],
  ["审批", ["ask"]],
  ["xsp", ["ask"]],
  ["decides", ["ask"]],
  ["会签", ["ask"]],
  ["refund", []],
])("%s finds %j", (words, found) => {
  const spell = (text: string) => (text === "先审批" ? ["xianshenpi", "xsp"] : []);
  const named = { ...template, keywords: ["会签", "approval"] };
  expect(matchingTemplates([named], words, spell).map(({ id }) => id)).toEqual(found);
});

test("a template of a file is told place by place what is wrong with it", () => {
  const broken = {
    ...template,
    name: "",
    parameters: [{ ...template.parameters[0], places: [] }, 3, template.parameters[1]],
  };
  expect(readTemplate(broken).problems.map(({ path }) => path)).toEqual([
    "/name",
    "/parameters/0/places",
    "/parameters/1",
  ]);
  const away = { ...template, parameters: [{ ...template.parameters[1], places: [{ at: "/@gone/who" }] }] };
  expect(readTemplate(away)).toMatchObject({
    template: null,
    problems: [{ path: "/parameters/0/places/0" }],
  });
  expect(readTemplate(template)).toMatchObject({ template: { id: "ask" }, problems: [] });
});

test("whatever the document, reading it answers", () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (parameters, flow) => {
      const document = { ...template, parameters, definition: flow };
      expect(readTemplate(document).problems.length).toBeGreaterThan(0);
    }),
    { numRuns: 50 },
  );
});

test("no place reaches behind the definition", () => {
  const evil = {
    ...template,
    parameters: [{ ...template.parameters[1], places: [{ at: "/__proto__/polluted" }] }],
  };
  expect(readTemplate(evil).template).toBeNull();
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});
