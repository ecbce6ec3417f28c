import { compile, type InstanceState, type JsonObject, statusOf, step, variablesOf } from "@flowright/engine";
import { expect, it } from "vitest";
import { importBpmn } from "../../src/index.ts";
import { only, processOf } from "./bpmn-text.ts";

const CONTEXT = { now: "2026-01-05T01:00:00.000Z", membersOf: () => [] };

const CHARGE =
  processOf(`<startEvent id="s"/><exclusiveGateway id="g" default="f3"/><endEvent id="small"/><endEvent id="big"/>
  <serviceTask id="charge" camunda:type="external" camunda:topic="charge"><extensionElements><camunda:inputOutput>
    <camunda:inputParameter name="sum">#{order.total * 2}</camunda:inputParameter>
    <camunda:outputParameter name="receipt">#{receiptNo}</camunda:outputParameter></camunda:inputOutput></extensionElements></serviceTask>
  <sequenceFlow id="f1" sourceRef="s" targetRef="g"/>
  <sequenceFlow id="f2" sourceRef="g" targetRef="charge"><conditionExpression>#{order.total &gt; 100 &amp;&amp; !rush}</conditionExpression></sequenceFlow>
  <sequenceFlow id="f3" sourceRef="g" targetRef="small"/><sequenceFlow id="f4" sourceRef="charge" targetRef="big"/>`);

function started(variables: JsonObject) {
  const result = importBpmn(CHARGE);
  expect(result.problems).toEqual([]);
  const compiled = compile(only(result));
  if (!compiled.ok) throw new Error(compiled.problems.map(({ message }) => message.en).join("\n"));
  const send = (state: InstanceState | null, command: Parameters<typeof step>[2]) => {
    const result = step(compiled.program, state, command, CONTEXT);
    if (!result.ok) throw new Error(result.problem.message.en);
    return result;
  };
  return { send, first: send(null, { kind: "instance.start", variables, by: null }) };
}

it("a flow of another engine runs: translated conditions choose, mappings carry data in and out", () => {
  const { send, first } = started({ order: { total: 150 } });
  const job = first.effects.find((effect) => effect.kind === "job.create");
  expect(job).toMatchObject({ node: "charge", input: { sum: 300 } });
  if (job?.kind !== "job.create") throw new Error("no job");
  const last = send(first.state, { kind: "job.complete", job: job.job, result: { receiptNo: "R1" } });
  expect(statusOf(last.state)).toBe("completed");
  expect(variablesOf(last.state)).toMatchObject({ receipt: "R1" });
});

it.each([{ order: { total: 100 } }, { order: { total: 150 }, rush: true }])(
  "the default is taken otherwise: %o",
  (variables) => {
    const { first } = started(variables);
    expect(statusOf(first.state)).toBe("completed");
    expect(first.events.some((event) => event.kind === "node.completed" && event.node === "small")).toBe(
      true,
    );
  },
);
