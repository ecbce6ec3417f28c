import { expect, test } from "vitest";
import { definitionIn } from "./definition-in.ts";

const flow = { schema: "flowright/workflow/v1", id: "a", name: "A", nodes: [], edges: [] };

test("a flow is opened, with the problems that it has", () => {
  const opened = definitionIn(JSON.stringify(flow));
  expect(opened.definition?.id).toBe("a");
  expect(opened.failure).toBeUndefined();
});

test.each(["", "{", "[]", "3", '{"schema":"flowright/workflow/v1"}'])(
  "%j is no flow, and it is said why",
  (text) => {
    const { definition, problems } = definitionIn(text);
    expect(definition).toBeNull();
    expect(problems.length).toBeGreaterThan(0);
  },
);

test("a template is named for what it is", () => {
  const text = JSON.stringify({ schema: "flowright/template/v1", id: "x" }, null, 2);
  expect(definitionIn(text)).toEqual({ definition: null, problems: [], failure: "fileIsTemplate" });
});

test("what is too large is not read", () => {
  expect(definitionIn(" ".repeat(5_000_001)).failure).toBe("fileTooLarge");
});
