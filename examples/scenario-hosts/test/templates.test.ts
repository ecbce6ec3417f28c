import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { validateDefinition } from "@flowright/definition";
import { prove } from "@flowright/engine";
import { engineHost, runScenario } from "@flowright/scenarios";
import {
  applyTemplate,
  checkValues,
  type FlowTemplate,
  minutesOf,
  parameterValue,
  readTemplate,
  type TemplateParameter,
  type TemplateValues,
} from "@flowright/templates";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scenariosIn } from "../src/scenarios-in.ts";

const EXAMPLES = path.resolve(import.meta.dirname, "../..");

const GALLERY = path.join(EXAMPLES, "../apps/studio/src/design/generated/templates");

/** Amounts, numbers and waits decide which way a scenario takes: for these the scenarios keep the defaults. */
const DECIDES_THE_WAY = ["/variables/"];

const templates = readdirSync(EXAMPLES)
  .filter((folder) => existsSync(path.join(EXAMPLES, folder, "template.json")))
  .map((folder) => ({ folder, template: templateOf(folder) }));

describe.each(templates)("the template $folder", ({ folder, template }) => {
  it("is in order, and so are its defaults and places", () => {
    expect(readTemplate(JSON.parse(JSON.stringify(template)))).toMatchObject({ problems: [] });
  });

  it("whatever valid values are given, the flow is in order and proved", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(valuesOf(template.parameters), (values) => {
        fc.pre(checkValues(template, values).length === 0);
        const { definition, problems } = validateDefinition(applyTemplate(template, values));
        expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
        expect(definition).not.toBeNull();
        if (definition === null) return;
        const { complete, findings } = prove(definition);
        expect({ complete, findings }).toEqual({ complete: true, findings: [] });
      }),
      { numRuns: 8 },
    );
  });

  it("every value reaches the flow", () => {
    for (const parameter of template.parameters) {
      const other = otherThanDefault(parameter);
      expect(applyTemplate(template, { [parameter.id]: other }), parameter.id).not.toEqual(
        template.definition,
      );
    }
  });

  it("its scenarios pass, with the defaults and with other people and deadlines", {
    timeout: 60_000,
  }, async () => {
    const free = template.parameters.filter(
      ({ type, places }) =>
        type !== "who" && !places.some(({ at }) => DECIDES_THE_WAY.some((start) => at.startsWith(start))),
    );
    const tried: TemplateValues[] = [{}, ...fc.sample(valuesOf(free), 2)];
    for (const loaded of scenariosIn(path.join(EXAMPLES, folder, "scenarios"))) {
      for (const values of tried) {
        if (checkValues(template, values).length > 0) continue;
        const made = applyTemplate(template, values);
        const definitions = loaded.definitions.map((flow) => (flow.id === made.id ? made : flow));
        const { scenario, decisions, others } = loaded;
        const host = engineHost({ definitions, decisions, others }, scenario.people, scenario.begins);
        expect((await runScenario(scenario, host)).differences, scenario.id).toEqual([]);
      }
    }
  });
});

/** As the gallery has it. */
function templateOf(folder: string): FlowTemplate {
  return JSON.parse(readFileSync(path.join(GALLERY, `${folder}.json`), "utf8"));
}

/** Values of every parameter within its bounds, and roles of the flow or of elsewhere. */
function valuesOf(parameters: readonly TemplateParameter[]): fc.Arbitrary<TemplateValues> {
  return fc.record(Object.fromEntries(parameters.map((parameter) => [parameter.id, valueFor(parameter)])), {
    requiredKeys: [],
  });
}

function valueFor(parameter: TemplateParameter): fc.Arbitrary<NonNullable<TemplateValues[string]>> {
  switch (parameter.type) {
    case "money":
      return fc.integer({ min: 1, max: 9_999_999_900 }).map((cents) => (cents / 100).toFixed(2));
    case "number":
      return fc.integer({ min: 0, max: 100 }).map((share) => share / 100);
    case "duration": {
      const [min, max] = [parameter.minimum ?? "PT1M", parameter.maximum ?? "P90D"].map(
        (text) => minutesOf(text) ?? 1,
      );
      return fc.integer({ min: min ?? 1, max: max ?? 1 }).map((minutes) => `PT${minutes}M`);
    }
    case "text":
      return fc.string({ minLength: 1, maxLength: parameter.maxLength ?? 50 });
    case "who":
      return fc.constantFrom(
        { type: "role" as const, role: "somebody-else" },
        { type: "people" as const, people: ["ann", "bob"] },
        { type: "initiator" as const },
      );
  }
}

function otherThanDefault(parameter: TemplateParameter) {
  const fallback = parameterValue(parameter, {});
  const found = fc
    .sample(valueFor(parameter), 20)
    .find((value) => JSON.stringify(value) !== JSON.stringify(fallback));
  if (found === undefined) throw new Error(`${parameter.id} has no other value`);
  return found;
}
