import fc from "fast-check";
import { expect, test } from "vitest";
import { childPath, valueAt } from "./json/json-pointer.ts";
import { locateJsonFault } from "./json/locate-json-fault.ts";
import { locatePaths } from "./json/locate-paths.ts";
import { parseDefinition } from "./parse-definition.ts";

test.each([
  ["", 1, 1, "empty"],
  ['{"a": 1', 1, 8, "end"],
  ['{"a": "x', 1, 9, "end"],
  ['{\n  "a": 1,\n}', 2, 9, "comma stands before"],
  ["{a: 1}", 1, 2, "name in double quotes"],
  ['{\n\n "a" 1}', 3, 6, "colon"],
  ['{"a": 1 "b": 2}', 1, 9, "comma or a closing"],
  ["['a']", 1, 2, "double quotes"],
  ["[1, // one\n 2]", 1, 5, "comments"],
  ["[01]", 1, 2, "number"],
  ['["\\q"]', 1, 3, "escape"],
  ['["a\nb"]', 1, 4, "line break"],
  ["[1] 2", 1, 5, "follows"],
  ["[yes]", 1, 2, "value"],
])("%j is not JSON at line %i, column %i", (text, line, column, reason) => {
  const { definition, problems } = parseDefinition(text);
  expect(definition).toBeNull();
  expect(problems).toMatchObject([{ code: "json.malformed", at: { line, column } }]);
  expect(problems[0]?.message.en).toContain(reason);
  expect(problems[0]?.message["zh-CN"]).toContain(`第 ${line} 行第 ${column} 列`);
});

test("the scanner finds a fault exactly where JSON.parse refuses", () => {
  const piece = fc.constantFrom(..."[]{},:\"'\\/ \n01-.eEtrue", "null", "false", '"a"', "\\u12", "12");
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join("")),
        fc.json(),
      ),
      (text) => {
        expect(locateJsonFault(text) === null).toBe(isJson(text));
      },
    ),
    { numRuns: 3000 },
  );
});

test("a byte order mark is not in the way", () => {
  expect(parseDefinition("\uFEFF{}").problems[0]?.code).toBe("schema.required");
});

test("a problem of a definition names the line and column of its value", () => {
  const text = `{
  "schema": "flowright/workflow/v1",
  "id": "a",
  "name": "A \\"quoted\\" {name}, with: signs",
  "nodes": [
    { "id": "s", "kind": "start" },
    {"id": "e", "kind": "finish"}
  ],
  "edges": []
}`;
  expect(parseDefinition(text).problems).toMatchObject([
    { code: "node.kind-unknown", path: "/nodes/1/kind", at: { line: 7, column: 25 } },
  ]);
});

test("every value is found where it stands, in whatever way the text is laid out", () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.nat(3), (value, indent) => {
      const text = JSON.stringify(value, null, indent);
      const paths = pathsIn(value, "");
      const offsets = locatePaths(text, new Set(paths));
      for (const path of paths) {
        const rest = text.slice(offsets.get(path));
        const content = JSON.stringify(valueAt(value, path), null, indent);
        // Inner lines are indented further in the whole text.
        expect(rest.replaceAll(/\n */g, "").startsWith(content.replaceAll(/\n */g, ""))).toBe(true);
      }
    }),
  );
});

test("a text of millions of escapes is read without running out of stack", () => {
  const text = `{"a":"${"\\n".repeat(3_000_000)}"}`;
  expect(parseDefinition(text).problems).toMatchObject([{ code: "schema.required" }, {}, {}, {}, {}, {}]);
});

test("very deep nesting is refused, not a crash", () => {
  const text = `${"[".repeat(200_000)}${"]".repeat(200_000)}`;
  expect(parseDefinition(text).problems.map(({ code }) => code)).toContain("json.too-deep");
});

function pathsIn(value: unknown, at: string): string[] {
  if (typeof value !== "object" || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, content]) => pathsIn(content, childPath(at, key)))];
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
