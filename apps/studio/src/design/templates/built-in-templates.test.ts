import { runAllKept } from "@flowright/designer/model";
import { applyTemplate, needsOf, operationsCalled, readTemplate } from "@flowright/templates";
import { describe, expect, it } from "vitest";
import { builtInTemplates } from "./built-in-templates.ts";

describe.each(await builtInTemplates())("the template $id of the gallery", (template) => {
  const { definition, brings = {} } = template;
  const { flows = [], decisions = [], systems = [] } = brings;

  it("is read without a problem, and brings every flow, table and operation that it names", () => {
    expect(readTemplate(JSON.parse(JSON.stringify(template))).problems).toEqual([]);
    const needs = [definition, ...flows].map(needsOf);
    expect(new Set(flows.map(({ id }) => id))).toEqual(new Set(needs.flatMap((need) => need.flows)));
    expect(new Set(decisions.map(({ id }) => id))).toEqual(new Set(needs.flatMap((need) => need.decisions)));
    for (const [id, called] of operationsCalled([definition, ...flows])) {
      const known = systems.find((system) => system.id === id)?.operations.map((one) => one.id);
      expect(known, id).toEqual(expect.arrayContaining([...called]));
    }
  });

  it("keeps scenarios that pass", { timeout: 30_000 }, async () => {
    const made = applyTemplate(template, {});
    const tables = Object.fromEntries(decisions.map((table) => [table.id, table]));
    const outcomes = await runAllKept(made, tables);
    expect(outcomes.length).toBeGreaterThan(2);
    expect(outcomes.filter(({ ok }) => !ok)).toEqual([]);
  });
});
