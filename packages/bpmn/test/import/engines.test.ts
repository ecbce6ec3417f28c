import { describe, expect, it } from "vitest";
import { importBpmn } from "../../src/index.ts";
import { around, codes, only, processOf, step } from "./bpmn-text.ts";

describe("who does a step", () => {
  const who = (attributes: string, content = "", beside = "") => {
    const found = step(around(`<userTask id="a" ${attributes}>${content}</userTask>`, beside));
    return found.kind === "userTask" ? found.who : undefined;
  };

  it.each([
    ['camunda:assignee="mary"', { type: "people", people: ["mary"] }],
    ['activiti:assignee="mary"', { type: "people", people: ["mary"] }],
    ['flowable:candidateUsers="mary, john"', { type: "people", people: ["mary", "john"] }],
    ['camunda:candidateGroups="sales"', { type: "role", role: "sales" }],
    ['camunda:assignee="#{order.owner}"', { type: "expression", value: "order.owner" }],
    ["", { type: "initiator" }],
  ])("%s", (attributes, expected) => {
    expect(who(attributes)).toEqual(expected);
  });

  it("reads Camunda 8", () => {
    const content = '<extensionElements><zeebe:assignmentDefinition assignee="=owner"/></extensionElements>';
    expect(who("", content)).toEqual({ type: "expression", value: "owner" });
  });

  it("reads jBPM's inputs", () => {
    const content = `<ioSpecification><dataInput id="in" name="GroupId"/><inputSet/><outputSet/></ioSpecification>
      <dataInputAssociation><targetRef>in</targetRef><assignment><from>PM,HR</from><to>in</to></assignment></dataInputAssociation>`;
    expect(who("", content)).toEqual({ type: "role", role: "PM" });
  });

  it("reads BPMN's own performers", () => {
    const group = `<potentialOwner><resourceAssignmentExpression><formalExpression>group(sales)</formalExpression></resourceAssignmentExpression></potentialOwner>`;
    expect(who("", group)).toEqual({ type: "role", role: "sales" });
    expect(
      who(
        "",
        "<potentialOwner><resourceRef>R</resourceRef></potentialOwner>",
        '<resource id="R" name="Buyer"/>',
      ),
    ).toEqual({
      type: "role",
      role: "Buyer",
    });
  });

  it.each([
    ['language="https://www.omg.org/spec/DMN/20191111/FEEL/"', "order.owner", ""],
    ["", "order.owner", 'expressionLanguage="https://www.omg.org/spec/DMN/20191111/FEEL/"'],
  ])("an expression in FEEL is one, and no name of a role: %s", (language, text, ofFile) => {
    const owner = `<potentialOwner><resourceAssignmentExpression><formalExpression ${language}>${text}</formalExpression></resourceAssignmentExpression></potentialOwner>`;
    const xml = around(`<userTask id="a">${owner}</userTask>`, "", ofFile);
    expect(step(xml)).toMatchObject({ who: { type: "expression", value: "order.owner" } });
    expect(only(importBpmn(xml)).roles).toBeUndefined();
    const { report } = importBpmn(xml);
    const said = report.entries.filter(({ path }) => path.includes("formalExpression"));
    expect(said.map(({ verdict }) => verdict)).not.toContain("annotation");
  });

  it("a text in FEEL names what the same text without quotes names", () => {
    const owner = `<potentialOwner><resourceAssignmentExpression><formalExpression language="feel">"sales"</formalExpression></resourceAssignmentExpression></potentialOwner>`;
    expect(who("", owner)).toEqual({ type: "role", role: "sales" });
  });

  it("whoever is named as initiator at the start is whoever starts the case", () => {
    const xml = processOf(
      '<startEvent id="s" camunda:initiator="me"/><userTask id="a" camunda:assignee="#{me}"/>',
    );
    expect(step(xml)).toMatchObject({ who: { type: "initiator" } });
  });

  it("a lane is the role of the steps in it, the innermost first", () => {
    const xml = processOf(`<laneSet id="ls"><lane id="l1" name="Purchasing"><flowNodeRef>a</flowNodeRef>
      <childLaneSet id="cs"><lane id="l2" name="Buyers"><flowNodeRef>b</flowNodeRef></lane></childLaneSet></lane></laneSet>
      <userTask id="a"/><userTask id="b"/><userTask id="c" camunda:assignee="x"/>`);
    const { roles, drawing } = only(importBpmn(xml));
    expect(roles).toEqual([{ id: "Purchasing" }, { id: "Buyers" }]);
    expect(step(xml, "b")).toMatchObject({ who: { type: "role", role: "Buyers" } });
    expect(drawing?.lanes).toMatchObject([
      { id: "l1", role: "Purchasing", nodes: ["a"] },
      { id: "l2", parent: "l1", role: "Buyers", nodes: ["b"] },
    ]);
  });

  it("several groups are told; the first is taken", () => {
    const xml = around('<userTask id="a" camunda:candidateGroups="sales,support"/>');
    expect(step(xml)).toMatchObject({ who: { role: "sales" } });
    expect(codes(xml)).toContain("bpmn.several-groups");
  });

  it("nobody is told", () => {
    expect(codes(around('<userTask id="a"/>'))).toContain("bpmn.nobody");
  });
});

describe("forms and deadlines", () => {
  it("fields of a form become fields of the case and a form", () => {
    const xml =
      around(`<userTask id="a" camunda:assignee="x" camunda:dueDate="P2D"><extensionElements><camunda:formData>
      <camunda:formField id="amount" label="Amount" type="long"><camunda:validation><camunda:constraint name="required"/></camunda:validation></camunda:formField>
      <camunda:formField id="size" type="enum"><camunda:value id="s" name="Small"/></camunda:formField></camunda:formData></extensionElements></userTask>`);
    const { forms, variables } = only(importBpmn(xml));
    expect(step(xml)).toMatchObject({ form: "a_form", deadline: { type: "duration", duration: "P2D" } });
    expect(forms).toEqual([
      {
        id: "a_form",
        sections: [{ fields: [{ field: "amount", label: "Amount", required: true }, { field: "size" }] }],
      },
    ]);
    expect(variables?.properties).toEqual({
      amount: { type: "integer" },
      size: { type: "string", oneOf: [{ const: "s", title: "Small" }] },
    });
    expect(codes(xml)).toEqual([]);
  });

  it("a due date in a variable is a deadline by that field", () => {
    const xml = around('<userTask id="a" camunda:assignee="x" camunda:dueDate="#{due}"/>');
    expect(step(xml)).toMatchObject({ deadline: { type: "field", field: "due" } });
    expect(codes(xml)).toEqual([]);
  });
});

describe("work for systems", () => {
  it("reads an external task of Camunda 7 with its mappings and tries", () => {
    const xml = around(`<serviceTask id="a" camunda:type="external" camunda:topic="charge"><extensionElements>
      <camunda:inputOutput><camunda:inputParameter name="sum">#{order.total * 2}</camunda:inputParameter>
      <camunda:outputParameter name="receipt">#{receiptNo}</camunda:outputParameter></camunda:inputOutput>
      <camunda:failedJobRetryTimeCycle>R3/PT10M</camunda:failedJobRetryTimeCycle></extensionElements></serviceTask>`);
    expect(step(xml)).toMatchObject({
      kind: "serviceTask",
      jobType: "charge",
      input: [{ target: "sum", value: "order.total * 2" }],
      output: [{ target: "receipt", value: "result.receiptNo" }],
      retry: { attempts: 3, backoff: ["PT10M"] },
    });
    expect(codes(xml)).toEqual([]);
  });

  it("reads a job of Camunda 8", () => {
    const xml =
      around(`<serviceTask id="a"><extensionElements><zeebe:taskDefinition type="charge" retries="5"/>
      <zeebe:ioMapping><zeebe:input source="=order.total" target="sum"/><zeebe:output source="=receiptNo" target="receipt"/></zeebe:ioMapping>
      </extensionElements></serviceTask>`);
    expect(step(xml)).toMatchObject({
      jobType: "charge",
      retry: { attempts: 5 },
      input: [{ target: "sum", value: "order.total" }],
      output: [{ target: "receipt", value: "result.receiptNo" }],
    });
  });

  it("code of another engine is a job by its name, and told", () => {
    const xml = around('<serviceTask id="a" camunda:class="com.shop.Charge" camunda:resultVariable="paid"/>');
    expect(step(xml)).toMatchObject({
      jobType: "com.shop.Charge",
      output: [{ target: "paid", value: "result" }],
    });
    expect(codes(xml)).toEqual(["bpmn.code-elsewhere"]);
  });

  it("a work item of jBPM is a job by its task name", () => {
    expect(step(around('<task id="a" drools:taskName="Email"/>'))).toMatchObject({
      kind: "serviceTask",
      jobType: "Email",
    });
  });

  it("a decision is named", () => {
    const seven =
      '<businessRuleTask id="a" camunda:decisionRef="discount" camunda:resultVariable="percent"/>';
    const eight = `<businessRuleTask id="a"><extensionElements><zeebe:calledDecision decisionId="discount" resultVariable="percent"/></extensionElements></businessRuleTask>`;
    for (const task of [seven, eight]) {
      expect(step(around(task))).toMatchObject({
        decision: { id: "discount" },
        output: [{ target: "percent", value: "result" }],
      });
    }
    expect(codes(around('<businessRuleTask id="a"/>'))).toContain("bpmn.decision-missing");
  });
});

describe("scripts", () => {
  const script = (format: string, text: string, attributes = "") =>
    around(`<scriptTask id="a" scriptFormat="${format}" ${attributes}><script>${text}</script></scriptTask>`);

  it.each([
    [
      "javascript",
      "execution.setVariable('total', price * 2); execution.setVariable('done', true);",
      "",
      ["total = price * 2", "done = true"],
    ],
    [
      "groovy",
      "total = a + b\nname = 'x; y'",
      'activiti:autoStoreVariables="true"',
      ["total = a + b", 'name = "x; y"'],
    ],
    ["java", 'kcontext.setVariable("total", a + 1);', "", ["total = a + 1"]],
    ["groovy", "a + 1", 'camunda:resultVariable="b"', ["b = a + 1"]],
  ])("%s: %s", (format, text, attributes, expected) => {
    const found = step(script(format, text, attributes));
    expect(found).toMatchObject({ kind: "scriptTask" });
    const assignments = found.kind === "scriptTask" ? found.assignments : [];
    expect(assignments.map(({ target, value }) => `${target} = ${value}`)).toEqual(expected);
    expect(codes(script(format, text, attributes))).toEqual([]);
  });

  it.each(["if (a) { b = 1 }", "total = a + 1", "def x = 1", "println 'x'", ""])(
    "what is more than that waits as a job: %s",
    (text) => {
      const xml = script("groovy", text);
      expect(step(xml)).toMatchObject({ kind: "serviceTask", jobType: "script:a" });
      expect(codes(xml)).toEqual(["bpmn.script-not-translated"]);
      expect(
        text === "" || only(importBpmn(xml)).drawing?.kept?.some((one) => one.xml.includes("<script")),
      ).toBe(true);
    },
  );

  it("reads an expression of Camunda 8", () => {
    const xml = around(
      '<scriptTask id="a"><extensionElements><zeebe:script expression="=a + 1" resultVariable="b"/></extensionElements></scriptTask>',
    );
    expect(step(xml)).toMatchObject({ kind: "scriptTask", assignments: [{ target: "b", value: "a + 1" }] });
  });
});

describe("data", () => {
  it("data objects and properties become fields, once for all references to them", () => {
    const xml = processOf(
      `<property id="orderNo" itemSubjectRef="t"/><dataObject id="do" isCollection="true" itemSubjectRef="t"/>
       <dataObjectReference id="r1" name="Order lines" dataObjectRef="do"/><dataObjectReference id="r2" name="Order lines" dataObjectRef="do"/>`,
      '<itemDefinition id="t" structureRef="java.lang.Integer"/>',
    );
    expect(only(importBpmn(xml)).variables?.properties).toEqual({
      orderNo: { type: "integer" },
      Order_lines: { type: "array", items: { type: "integer" } },
    });
  });

  it("what expressions read and nobody declares is a field of any kind", () => {
    const xml = around('<serviceTask id="a" camunda:topic="t" camunda:resultVariable="found"/>');
    expect(only(importBpmn(xml)).variables?.properties).toEqual({ found: {} });
  });

  it("what is given to a work item comes from the data that is associated with it", () => {
    const xml =
      around(`<property id="orderNo"/><task id="a" drools:taskName="Email"><ioSpecification><dataInput id="i" name="Subject"/><dataOutput id="o" name="Sent"/></ioSpecification>
      <dataInputAssociation><sourceRef>orderNo</sourceRef><targetRef>i</targetRef></dataInputAssociation>
      <dataOutputAssociation><sourceRef>o</sourceRef><targetRef>orderNo</targetRef></dataOutputAssociation></task>`);
    expect(step(xml)).toMatchObject({
      input: [{ target: "Subject", value: "orderNo" }],
      output: [{ target: "orderNo", value: "result.Sent" }],
    });
  });
});
