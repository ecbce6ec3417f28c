import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson } from "./canonical-json.ts";
import { definitionHash } from "./definition-hash.ts";
import { sha256 } from "./sha256.ts";

test("canonical JSON sorts keys, drops what has no value and writes numbers shortest", () => {
  expect(canonicalJson({ b: 1, a: { d: [undefined, -0, 1e21], c: undefined }, "": "é\n" })).toBe(
    '{"":"é\\n","a":{"d":[null,0,1e+21]},"b":1}',
  );
});

test("the order of keys and a round trip through text do not change the canonical text", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value);
      expect(canonicalJson(JSON.parse(text))).toBe(text);
      expect(canonicalJson(reversed(value))).toBe(text);
    }),
  );
});

test("the hash is SHA-256", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
      expect(sha256(text)).toBe(createHash("sha256").update(text).digest("hex"));
    }),
  );
});

test("a definition and its copy with other key order have one hash", () => {
  const start = { id: "a", kind: "start" } as const;
  const definition = {
    schema: "flowright/workflow/v1",
    id: "x",
    name: "X",
    nodes: [start],
    edges: [],
  } as const;
  const mutable = structuredClone(definition) as never;
  expect(definitionHash(reversed(mutable) as never)).toBe(definitionHash(mutable));
  expect(definitionHash(mutable)).toMatch(/^[0-9a-f]{64}$/);
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).reverse();
  return Object.fromEntries(entries.map(([key, content]) => [key, reversed(content)]));
}
