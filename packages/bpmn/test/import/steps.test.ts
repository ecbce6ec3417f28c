import { describe, expect, it } from "vitest";
import { importBpmn } from "../../src/index.ts";
import { around, codes, edge, fileOf, only, processOf, step } from "./bpmn-text.ts";

describe("each element becomes the step of its kind", () => {
  it.each([
    ["task", "manualTask"],
    ["manualTask", "manualTask"],
    ["userTask", "userTask"],
    ["serviceTask", "serviceTask"],
    ["businessRuleTask", "businessRuleTask"],
    ["sendTask", "sendTask"],
    ["receiveTask", "receiveTask"],
    ["exclusiveGateway", "exclusive"],
    ["parallelGateway", "parallel"],
    ["inclusiveGateway", "inclusive"],
    ["eventBasedGateway", "eventBased"],
    ["complexGateway", "complex"],
    ["callActivity", "callActivity"],
    ["intermediateThrowEvent", "throw"],
    ["subProcess", "subProcess"],
    ["transaction", "transaction"],
    ["adHocSubProcess", "adHoc"],
  ])("%s is %s", (element, kind) => {
    expect(step(around(`<${element} id="a" name="Do it"/>`))).toMatchObject({ id: "a", kind, name: "Do it" });
  });

  it("an element that flows do not have is kept and told, with its place", () => {
    const { definitions, problems, report } = importBpmn(
      around('<task id="a"/><magicTask id="m" name="x"/>'),
    );
    expect(problems.find(({ code }) => code === "bpmn.kind-unknown")).toMatchObject({
      node: "m",
      at: { line: 2 },
    });
    expect(definitions[0]?.drawing?.kept?.[0]?.xml).toContain('<magicTask xmlns="http://www.omg.org');
    expect(report.entries.find(({ path }) => path.endsWith("/magicTask"))?.verdict).toBe("annotation");
  });
});

describe("what every step has", () => {
  it("keeps documentation; several are one text", () => {
    const xml = around(
      '<task id="a"><documentation>One</documentation><documentation> Two </documentation></task>',
    );
    expect(step(xml)).toMatchObject({ documentation: "One\n\nTwo" });
  });

  it("keeps the documentation of the process as its description", () => {
    expect(only(importBpmn(processOf("<documentation>What it is</documentation>"))).description).toBe(
      "What it is",
    );
  });

  it("changes an id that cannot be used, everywhere, and says so", () => {
    const xml = processOf(
      `<startEvent id="constructor"/><endEvent id="e"/><sequenceFlow id="f" sourceRef="constructor" targetRef="e"/>`,
    );
    const longer = xml.replaceAll("constructor", "x".repeat(120));
    const definition = only(importBpmn(longer));
    expect(definition.edges[0]?.source).toBe(definition.nodes[0]?.id);
    expect(definition.nodes[0]?.id.length).toBeLessThanOrEqual(100);
    expect(codes(longer)).toContain("bpmn.id-changed");
  });

  it("gives a step without id one, and of two with the same id one another", () => {
    const xml = processOf('<task name="a"/><task id="t"/><task id="t" name="again"/>');
    const ids = only(importBpmn(xml))
      .nodes.slice(0, 3)
      .map(({ id }) => id);
    expect(new Set(ids).size).toBe(3);
    expect(codes(xml)).toContain("bpmn.id-changed");
  });
});

describe("loops", () => {
  const loop = (content: string, attributes = "") =>
    step(
      around(
        `<task id="a"><multiInstanceLoopCharacteristics ${attributes}>${content}</multiInstanceLoopCharacteristics></task>`,
      ),
    );

  it("a cardinality is a number of times", () => {
    expect(loop("<loopCardinality>3</loopCardinality>", 'isSequential="true"')).toMatchObject({
      loop: { type: "multiInstance", sequential: true, collection: "3" },
    });
  });

  it("reads list, item and completion of Camunda 7", () => {
    const attributes = 'camunda:collection="people" camunda:elementVariable="person"';
    expect(loop("<completionCondition>#{done >= 2}</completionCondition>", attributes)).toMatchObject({
      loop: { collection: "people", item: "person", completion: "done >= 2" },
    });
  });

  it("reads list, item and output of Camunda 8", () => {
    const content = `<extensionElements><zeebe:loopCharacteristics inputCollection="=orders" inputElement="order"
      outputCollection="results" outputElement="=order.total"/></extensionElements>`;
    expect(loop(content)).toMatchObject({
      loop: { collection: "orders", item: "order", output: { target: "results", value: "order.total" } },
    });
  });

  it("a standard loop has condition and maximum", () => {
    const xml = around(`<task id="a"><standardLoopCharacteristics testBefore="true" loopMaximum="5">
      <loopCondition>\${again}</loopCondition></standardLoopCharacteristics></task>`);
    expect(step(xml)).toMatchObject({
      loop: { type: "standard", condition: "again = true", testBefore: true, maximum: 5 },
    });
  });

  it("a loop that does not say how often is told", () => {
    expect(codes(around('<task id="a"><multiInstanceLoopCharacteristics/></task>'))).toContain(
      "bpmn.loop-unclear",
    );
  });
});

describe("containers", () => {
  it("keeps what is in a sub-process, its data and its kind", () => {
    const xml = around(
      `<subProcess id="a"><dataObject id="o" name="inner" itemSubjectRef="i"/><startEvent id="is"/><endEvent id="ie"/>
      <sequenceFlow id="if" sourceRef="is" targetRef="ie"/></subProcess>`,
      '<itemDefinition id="i" structureRef="xsd:int"/>',
    );
    expect(step(xml)).toMatchObject({
      kind: "subProcess",
      nodes: [{ id: "is" }, { id: "ie" }],
      edges: [{ id: "if" }],
      variables: { properties: { inner: { type: "integer" } } },
    });
  });

  it("an event sub-process listens, and may let the rest go on", () => {
    const xml =
      processOf(`<subProcess id="a" triggeredByEvent="true"><startEvent id="is" isInterrupting="false">
      <timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></startEvent></subProcess>`);
    expect(step(xml)).toMatchObject({
      kind: "eventSubProcess",
      nodes: [{ interrupting: false, trigger: { duration: "PT1H" } }, { kind: "end" }],
    });
  });

  it("an ad-hoc block has order and completion", () => {
    const xml = around(`<adHocSubProcess id="a" ordering="Sequential" cancelRemainingInstances="false">
      <task id="t"/><completionCondition>\${enough == true}</completionCondition></adHocSubProcess>`);
    expect(step(xml)).toMatchObject({
      ordering: "sequential",
      cancelRemaining: false,
      completion: "enough = true",
    });
  });
});

describe("lines", () => {
  const choice = (condition: string, attributes = "") =>
    processOf(`<startEvent id="s"/><exclusiveGateway id="g" default="f3"/><endEvent id="e"/>
      <sequenceFlow id="f1" sourceRef="s" targetRef="g"/>
      <sequenceFlow id="f2" name="yes" sourceRef="g" targetRef="e"><conditionExpression ${attributes}>${condition}</conditionExpression></sequenceFlow>
      <sequenceFlow id="f3" sourceRef="g" targetRef="e"/>`);

  it("keeps condition, name and default", () => {
    const xml = choice("#{amount > 100}");
    expect(edge(xml, "f2")).toMatchObject({ name: "yes", condition: "amount > 100" });
    expect(edge(xml, "f3")).toMatchObject({ default: true });
    expect(codes(xml)).toEqual([]);
  });

  it("takes FEEL as it is", () => {
    expect(edge(choice("=amount &gt; 100"), "f2")?.condition).toBe("amount > 100");
    expect(
      edge(choice("amount in [1..5]", 'language="https://www.omg.org/spec/DMN/20191111/FEEL/"'), "f2")
        ?.condition,
    ).toBe("amount in [1..5]");
  });

  it("keeps the text of what it cannot translate, lets nothing run in its place, and says so", () => {
    const xml = choice("#{checker.check(execution)}");
    expect(edge(xml, "f2")?.condition).toBe("null /* #{checker.check(execution)} */");
    const problem = importBpmn(xml).problems.find(({ code }) => code === "bpmn.expression-not-translated");
    expect(problem).toMatchObject({
      node: "f2",
      severity: "error",
      params: { text: "#{checker.check(execution)}" },
    });
  });

  it("a choice at a task itself becomes a gateway behind it; other lines stay", () => {
    const xml =
      processOf(`<startEvent id="s"/><task id="a" default="f4"/><task id="b"/><task id="c"/><endEvent id="e"/>
      <sequenceFlow id="f1" sourceRef="s" targetRef="a"/>
      <sequenceFlow id="f2" sourceRef="a" targetRef="b"><conditionExpression>#{x == 1}</conditionExpression></sequenceFlow>
      <sequenceFlow id="f3" sourceRef="a" targetRef="c"/><sequenceFlow id="f4" sourceRef="a" targetRef="e"/>`);
    const { nodes, edges } = only(importBpmn(xml));
    expect(nodes.find(({ id }) => id === "a_choice")).toMatchObject({ kind: "inclusive" });
    expect(
      edges
        .filter(({ source }) => source === "a")
        .map(({ target }) => target)
        .sort(),
    ).toEqual(["a_choice", "c"]);
    expect(edges.filter(({ source }) => source === "a_choice").map(({ id }) => id)).toEqual(["f2", "f4"]);
    expect(codes(xml)).toContain("bpmn.choice-added");
  });

  it("a line to nowhere is left out and told; the rest stays", () => {
    const xml = around('<task id="a"/>').replace('targetRef="e"', 'targetRef="gone"');
    const { definitions, problems, report } = importBpmn(xml);
    expect(definitions[0]?.edges.map(({ id }) => id)).toEqual(["f1"]);
    expect(problems.find(({ code }) => code === "bpmn.line-nowhere")).toMatchObject({
      node: "f2",
      params: { target: "gone" },
    });
    expect(report.entries.find(({ of, what }) => of === "f2" && what === "element")).toMatchObject({
      verdict: "refused",
      reason: { code: "leads-nowhere" },
    });
  });

  it("a line across the border of a sub-process is left out and told", () => {
    const xml = around('<subProcess id="a"><task id="inner"/></subProcess>').replace(
      'targetRef="e"',
      'targetRef="inner"',
    );
    expect(codes(xml)).toContain("bpmn.line-nowhere");
  });
});

describe("what is drawn without start or end", () => {
  it("gets them where BPMN begins and ends it", () => {
    const xml = processOf(
      '<task id="a"/><task id="b"/><task id="c"/><sequenceFlow id="f" sourceRef="a" targetRef="b"/>',
    );
    const { nodes, edges } = only(importBpmn(xml));
    expect(nodes.slice(3)).toEqual([
      { id: "P_start", kind: "start" },
      { id: "P_end", kind: "end" },
    ]);
    expect(edges.map(({ source, target }) => `${source}→${target}`)).toEqual([
      "a→b",
      "P_start→a",
      "P_start→c",
      "b→P_end",
      "c→P_end",
    ]);
    expect(codes(xml)).toEqual(["bpmn.ends-added"]);
  });

  it("an empty sub-process is passed", () => {
    const xml = around('<subProcess id="a"/>');
    expect(step(xml)).toMatchObject({
      nodes: [{ kind: "start" }, { kind: "end" }],
      edges: [{ source: "a_start", target: "a_end" }],
    });
    expect(codes(xml)).toEqual(["bpmn.ends-added"]);
  });

  it("a step whose line leads nowhere gets no end", () => {
    const xml = around('<task id="a"/>').replace('targetRef="e"', 'targetRef="gone"');
    expect(only(importBpmn(xml)).edges.map(({ id }) => id)).toEqual(["f1"]);
  });
});

describe("calls", () => {
  it("names the flow that is called, with its parameters", () => {
    const xml =
      around(`<callActivity id="a" calledElement="Other" camunda:calledElementBinding="version" camunda:calledElementVersion="3">
      <extensionElements><camunda:in source="x" target="y"/><camunda:in sourceExpression="#{x + 1}" target="z"/>
      <camunda:out source="r" target="back"/></extensionElements></callActivity>`);
    expect(step(xml)).toMatchObject({
      process: "Other",
      version: { type: "fixed", number: 3 },
      input: [
        { target: "y", value: "x" },
        { target: "z", value: "x + 1" },
      ],
      output: [{ target: "back", value: "result.r" }],
    });
  });

  it("tells where no flow is named", () => {
    expect(codes(around('<callActivity id="a"/>'))).toContain("bpmn.callee-missing");
  });
});

describe("files as a whole", () => {
  it("says what is no BPMN, and what has no process", () => {
    expect(codes("<html/>")).toEqual(["bpmn.not-bpmn"]);
    expect(codes(fileOf('<message id="m"/>'))).toEqual(["bpmn.no-process"]);
    expect(codes("not xml")).toHaveLength(1);
  });

  it("each process is a flow; message flows between them name their messages", () => {
    const xml =
      fileOf(`<collaboration id="C"><participant id="pa" name="Shop" processRef="A"/><participant id="pb" processRef="B"/>
      <messageFlow id="mf" name="order" sourceRef="send" targetRef="receive"/><messageFlow id="m2" sourceRef="send" targetRef="gone"/></collaboration>
      <process id="A"><sendTask id="send"/></process>
      <process id="B"><startEvent id="receive"><messageEventDefinition/></startEvent></process>`);
    const { definitions, problems } = importBpmn(xml);
    expect(definitions.map(({ id, name }) => [id, name])).toEqual([
      ["A", "Shop"],
      ["B", "B"],
    ]);
    expect(definitions[0]?.nodes[0]).toMatchObject({ kind: "sendTask", message: { name: "order" } });
    expect(definitions[1]?.nodes[0]).toMatchObject({
      trigger: { type: "message", message: { name: "order" } },
    });
    expect(problems.find(({ code }) => code === "bpmn.reference-nowhere")).toMatchObject({
      node: "m2",
      params: { id: "gone" },
    });
    expect(
      definitions[0]?.drawing?.kept?.some(
        ({ at, xml: kept }) => at === "collaboration" && kept.includes('"pa"'),
      ),
    ).toBe(true);
  });

  it("reads UTF-16 and GBK", () => {
    const text = around('<task id="a" name="验货"/>');
    const wide = Buffer.from(`\ufeff${text.replace("UTF-8", "UTF-16")}`, "utf16le");
    expect(only(importBpmn(wide)).nodes[1]).toMatchObject({ name: "验货" });
    const [before = "", after = ""] = text.replace("UTF-8", "GBK").split("验货");
    const narrow = Buffer.concat([
      Buffer.from(before),
      Buffer.from([0xd1, 0xe9, 0xbb, 0xf5]),
      Buffer.from(after),
    ]);
    expect(only(importBpmn(narrow)).nodes[1]).toMatchObject({ name: "验货" });
  });
});
