import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { exportBpmn, FLOWRIGHT_MODDLE } from "@flowright/bpmn";
import type { WorkflowDefinition } from "@flowright/definition";
import { BpmnModdle } from "bpmn-moddle";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { flowOfEverything } from "../bpmn/flow-of-everything.ts";
import { roundTrip } from "../bpmn/round-trip.ts";
import { runsAlike } from "../bpmn/runs-alike.ts";
import { schemaErrors } from "../bpmn/xml-schema.ts";
import { features } from "../generator/features.ts";
import { run } from "../generator/run.ts";

const FIXTURES = path.join(import.meta.dirname, "../../../schemas/workflow/v1/fixtures/valid");

function fixtures(): [string, WorkflowDefinition][] {
  return readdirSync(FIXTURES).map((file) => {
    const { definition } = JSON.parse(readFileSync(path.join(FIXTURES, file), "utf8")) as {
      definition: WorkflowDefinition;
    };
    return [file, definition];
  });
}

describe("a flow that goes out as BPMN", () => {
  it.each(fixtures())("comes back the same: %s", (_, definition) => {
    expect(roundTrip(definition).difference).toBeNull();
  });

  it("comes back the same and runs alike, whatever it is", { timeout: 120_000 }, async () => {
    const files: Record<string, string> = {};
    const kinds = features();
    const property = fc.property(flowOfEverything(kinds), run(kinds), (definition, run) => {
      const { xml, back, difference } = roundTrip(definition);
      if (!back || difference !== null) throw new Error(difference ?? "nothing came back");
      const parted = runsAlike(definition, back, run);
      if (parted !== null) throw new Error(parted);
      files[`flow-${Object.keys(files).length}.bpmn`] = xml;
    });
    fc.assert(property, { seed: 20_261_125, numRuns: 150 });
    expect(Object.keys(files).length).toBeGreaterThanOrEqual(150);
    expect(await schemaErrors(files)).toEqual([]);
  });

  it("is valid by the schemas of the OMG, and bpmn-moddle reads it without a warning", async () => {
    const files = Object.fromEntries(
      fixtures().map(([file, definition]) => [file.replace(".json", ".bpmn"), exportBpmn(definition).xml]),
    );
    expect(await schemaErrors(files)).toEqual([]);
    for (const xml of Object.values(files)) {
      const { warnings } = await new BpmnModdle({ flowright: FLOWRIGHT_MODDLE }).fromXML(xml);
      expect(warnings.map(({ message }) => message)).toEqual([]);
    }
  });

  it("would be told invalid if it were", async () => {
    const [, definition] = fixtures()[0] ?? [];
    if (!definition) throw new Error("There are no fixtures");
    const { xml } = exportBpmn(definition);
    expect(await schemaErrors({ "a.bpmn": xml.replace("sourceRef=", "from=") })).not.toEqual([]);
  });
});
