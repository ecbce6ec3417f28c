import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { exportBpmn, FLOWRIGHT_MODDLE, importBpmn } from "@flowright/bpmn";
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

describe("a file of another tool", () => {
  const FILE = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="foreign" targetNamespace="urn:foreign">
  <bpmn:process id="p" name="Foreign" isExecutable="true" camunda:historyTimeToLive="30">
    <bpmn:startEvent id="s"/>
    <bpmn:serviceTask id="a" name="Call" camunda:type="external" camunda:topic="work" camunda:asyncBefore="true">
      <bpmn:extensionElements><camunda:failedJobRetryTimeCycle>R3/PT10M</camunda:failedJobRetryTimeCycle></bpmn:extensionElements>
    </bpmn:serviceTask>
    <bpmn:exclusiveGateway id="g" default="f4"/>
    <bpmn:endEvent id="e"/>
    <bpmn:endEvent id="e2"/>
    <bpmn:sequenceFlow id="f1" sourceRef="s" targetRef="a"/>
    <bpmn:sequenceFlow id="f2" sourceRef="a" targetRef="g"/>
    <bpmn:sequenceFlow id="f3" sourceRef="g" targetRef="e">
      <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">\${amount > 10}</bpmn:conditionExpression>
    </bpmn:sequenceFlow>
    <bpmn:sequenceFlow id="f4" sourceRef="g" targetRef="e2"/>
    <bpmn:textAnnotation id="n"><bpmn:text>A note</bpmn:text></bpmn:textAnnotation>
    <bpmn:association id="as" sourceRef="a" targetRef="n"/>
  </bpmn:process>
</bpmn:definitions>`;

  it("goes out again with its extensions, valid, and comes back the same", async () => {
    const [definition] = importBpmn(FILE).definitions;
    if (!definition) throw new Error("nothing was imported");
    const { xml, difference } = roundTrip(definition);
    expect(difference).toBeNull();
    for (const kept of [
      'camunda:topic="work"',
      'camunda:asyncBefore="true"',
      'camunda:historyTimeToLive="30"',
      "R3/PT10M",
      "A note",
    ]) {
      expect(xml).toContain(kept);
    }
    expect(await schemaErrors({ "foreign.bpmn": xml })).toEqual([]);
  });
});

describe("what a file of another tool keeps", () => {
  const FILE = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:tool="urn:tool" id="foreign" targetNamespace="urn:foreign">
  <process id="p" isExecutable="true"><startEvent id="s"/><endEvent id="e"/><sequenceFlow id="f" sourceRef="s" targetRef="e"/></process>
  <globalUserTask id="other"><ioSpecification><dataInput id="in" name="In"/><inputSet id="set"><dataInputRefs>in</dataInputRefs></inputSet><outputSet id="out"/></ioSpecification></globalUserTask>
  <resource id="r" name="R"><resourceParameter id="rp" name="who" type="xsd:string" isRequired="true"/></resource>
  <di:BPMNDiagram id="d1"><di:BPMNPlane id="pl1" bpmnElement="p" tool:width="10"/></di:BPMNDiagram>
  <di:BPMNDiagram id="d2"><di:BPMNPlane id="pl2" bpmnElement="other" tool:height="20"/></di:BPMNDiagram>
</definitions>`;

  it("stands where the schemas allow it, with the prefixes that its values use", async () => {
    expect(await schemaErrors({ "original.bpmn": FILE })).toEqual([]);
    const [definition] = importBpmn(FILE).definitions;
    if (!definition) throw new Error("nothing was imported");
    const { xml, difference } = roundTrip(definition);
    expect(difference).toBeNull();
    for (const kept of ['type="xsd:string"', 'tool:width="10"', 'tool:height="20"'])
      expect(xml).toContain(kept);
    expect(await schemaErrors({ "foreign.bpmn": xml })).toEqual([]);
  });
});

describe("the files of the rules", () => {
  const FOLDER = path.join(import.meta.dirname, "../../bpmn/test/rules");
  /** The schema says this one, too. */
  const SAID_BY_SCHEMA = ["id-twice.broken.bpmn"];

  it("are valid by the schemas, which cannot say what is wrong with them", async () => {
    const names = readdirSync(FOLDER).filter((name) => !SAID_BY_SCHEMA.includes(name));
    const files = Object.fromEntries(
      names.map((name) => [name, readFileSync(path.join(FOLDER, name), "utf8")]),
    );
    expect(await schemaErrors(files)).toEqual([]);
  });
});
