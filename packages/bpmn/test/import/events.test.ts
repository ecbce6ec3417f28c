import { describe, expect, it } from "vitest";
import { importBpmn } from "../../src/index.ts";
import { around, codes, only, processOf, step } from "./bpmn-text.ts";

const ROOTS = `<message id="M" name="paid"><extensionElements><zeebe:subscription correlationKey="=orderId"/></extensionElements></message>
  <signal id="S" name="closed"/><error id="E" name="Bad" errorCode="E1"/><escalation id="X" escalationCode="X1"/>`;

const event = (element: string, definition: string) =>
  step(around(`<${element} id="a">${definition}</${element}>`, ROOTS));

describe("events that wait", () => {
  it.each([
    [
      '<messageEventDefinition messageRef="M"/>',
      { type: "message", message: { name: "paid", key: "orderId" } },
    ],
    ['<signalEventDefinition signalRef="S"/>', { type: "signal", signal: { name: "closed" } }],
    [
      "<conditionalEventDefinition><condition>#{done}</condition></conditionalEventDefinition>",
      { type: "condition", condition: "done = true" },
    ],
    ['<linkEventDefinition name="on"/>', { type: "link", name: "on" }],
    [
      "<timerEventDefinition><timeDuration>PT5M</timeDuration></timerEventDefinition>",
      { type: "timer", duration: "PT5M" },
    ],
    [
      "<timerEventDefinition><timeDate>2030-01-01T00:00:00Z</timeDate></timerEventDefinition>",
      { type: "timer", date: "2030-01-01T00:00:00Z" },
    ],
    [
      "<timerEventDefinition><timeDuration>#{wait}</timeDuration></timerEventDefinition>",
      { type: "timer", duration: "=wait" },
    ],
    [
      '<timerEventDefinition><timeDuration language="feel">duration("PT" + string(hours) + "H")</timeDuration></timerEventDefinition>',
      { type: "timer", duration: '=duration("PT" + string(hours) + "H")' },
    ],
    [
      '<timerEventDefinition><timeDuration language="feel">PT5M</timeDuration></timerEventDefinition>',
      { type: "timer", duration: "PT5M" },
    ],
    [
      '<timerEventDefinition><timeDate language="groovy">order.due</timeDate></timerEventDefinition>',
      { type: "timer", date: "=order.due" },
    ],
    [
      "<timerEventDefinition><timeCycle>R3/PT10M</timeCycle></timerEventDefinition>",
      { type: "timer", cycle: "R3/PT10M" },
    ],
    [
      "<timerEventDefinition><timeCycle>0 30 9 ? * MON-FRI</timeCycle></timerEventDefinition>",
      { type: "timer", cron: "30 9 * * MON-FRI" },
    ],
  ])("%s", (definition, expected) => {
    expect(event("intermediateCatchEvent", definition)).toMatchObject({ kind: "catch", event: expected });
  });

  it("a rule of Quartz that five fields cannot say stays as it is, and is told", () => {
    const xml = around(
      "<intermediateCatchEvent id='a'><timerEventDefinition><timeCycle>30 0 9 ? * 2#1</timeCycle></timerEventDefinition></intermediateCatchEvent>",
    );
    expect(step(xml)).toMatchObject({ event: { cycle: "30 0 9 ? * 2#1" } });
    expect(codes(xml).length).toBeGreaterThan(0);
  });

  it("one without anything to wait for is told", () => {
    expect(codes(around('<intermediateCatchEvent id="a"/>'))).toContain("bpmn.event-missing");
  });

  it("of several definitions the first counts, and that is told", () => {
    const xml = around(
      '<intermediateCatchEvent id="a"><signalEventDefinition signalRef="S"/><messageEventDefinition messageRef="M"/></intermediateCatchEvent>',
      ROOTS,
    );
    expect(step(xml)).toMatchObject({ event: { type: "signal" } });
    expect(codes(xml)).toContain("bpmn.several-events");
  });

  it("a definition beside the processes is found by its reference", () => {
    const xml = around(
      '<intermediateCatchEvent id="a"><eventDefinitionRef>sd</eventDefinitionRef></intermediateCatchEvent>',
      `${ROOTS}<signalEventDefinition id="sd" signalRef="S"/>`,
    );
    expect(step(xml)).toMatchObject({ event: { type: "signal", signal: { name: "closed" } } });
  });
});

describe("events that tell", () => {
  it.each([
    ['<messageEventDefinition messageRef="M"/>', { type: "message", message: { name: "paid" } }],
    ['<signalEventDefinition signalRef="S"/>', { type: "signal", signal: { name: "closed" } }],
    ['<escalationEventDefinition escalationRef="X"/>', { type: "escalation", code: "X1" }],
    ['<compensateEventDefinition activityRef="e"/>', { type: "compensation", activity: "e" }],
    ['<linkEventDefinition name="on"/>', { type: "link", name: "on" }],
    ["", { type: "none" }],
  ])("throws %s", (definition, expected) => {
    expect(event("intermediateThrowEvent", definition)).toMatchObject({ kind: "throw", event: expected });
  });

  it.each([
    ["<terminateEventDefinition/>", { type: "terminate" }],
    ['<errorEventDefinition errorRef="E"/>', { type: "error", code: "E1" }],
    ["<cancelEventDefinition/>", { type: "cancel" }],
    ["<compensateEventDefinition/>", { type: "compensation" }],
  ])("ends with %s", (definition, expected) => {
    expect(step(processOf(`<endEvent id="a">${definition}</endEvent>`, ROOTS))).toMatchObject({
      kind: "end",
      result: expected,
    });
  });
});

describe("events on the edge of a step", () => {
  const boundary = (definition: string, attributes = "") =>
    step(
      around(
        `<userTask id="a"/><boundaryEvent id="b" attachedToRef="a" ${attributes}>${definition}</boundaryEvent>`,
        ROOTS,
      ),
      "b",
    );

  it.each([
    ['<errorEventDefinition errorRef="E"/>', "", { type: "error", code: "E1" }],
    ["<errorEventDefinition/>", "", { type: "error" }],
    ['<escalationEventDefinition escalationRef="X"/>', "", { type: "escalation", code: "X1" }],
    ["<cancelEventDefinition/>", "", { type: "cancel" }],
    [
      "<timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition>",
      'cancelActivity="false"',
      { type: "timer", duration: "P1D" },
    ],
  ])("%s %s", (definition, attributes, expected) => {
    const found = boundary(definition, attributes);
    expect(found).toMatchObject({ kind: "boundary", attachedTo: "a", event: expected });
    expect("interrupting" in found ? found.interrupting : true).toBe(attributes === "");
  });

  it("an event at a step that is not there is left out, with its lines, and told", () => {
    const xml = around(
      '<task id="a"/><boundaryEvent id="b" attachedToRef="gone"><errorEventDefinition/></boundaryEvent><sequenceFlow id="f3" sourceRef="b" targetRef="e"/>',
    );
    expect(only(importBpmn(xml)).nodes.map(({ id }) => id)).toEqual(["s", "a", "e"]);
    expect(codes(xml)).toEqual(expect.arrayContaining(["bpmn.boundary-nowhere", "bpmn.line-nowhere"]));
  });

  it("an association leads from compensation to what undoes the step", () => {
    const xml =
      around(`<serviceTask id="a" camunda:topic="book"/><boundaryEvent id="b" attachedToRef="a"><compensateEventDefinition/></boundaryEvent>
      <serviceTask id="undo" isForCompensation="true" camunda:topic="unbook"/><association id="as" associationDirection="One" sourceRef="b" targetRef="undo"/>`);
    expect(only(importBpmn(xml)).edges).toContainEqual({ id: "as", source: "b", target: "undo" });
    expect(codes(xml)).toEqual(["bpmn.answer-unmapped"]);
  });
});
