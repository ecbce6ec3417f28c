import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { childPath, type Problem, validateDefinition, valueAt } from "../src/index.ts";

const EXAMPLE = JSON.parse(
  readFileSync(
    path.resolve(import.meta.dirname, "../../../examples/return-handling/return-handling.json"),
    "utf8",
  ),
) as object;

test("the example of return handling has no problem", () => {
  expect(validateDefinition(EXAMPLE).problems).toEqual([]);
});

const PLACES = pathsIn(EXAMPLE, "");

/** Values that are near to right ones, so that not every mutation stops at the schema. */
const plausible = fc.oneof(
  fc.constantFrom<unknown>(
    "refund",
    "check",
    "goods_block",
    "requested",
    "__proto__",
    "exclusive",
    "parallel",
    "eventBased",
    "amount > 1",
    "=policy.shipWindow",
    "for i in 1..10 return i",
    "P1D",
    "approved",
    "“",
    true,
    false,
    null,
    [],
    {},
    { toString: 0 },
    0,
  ),
  fc.jsonValue(),
  fc.constantFrom(...PLACES).map((place) => valueAt(EXAMPLE, place)),
);

const mutation = fc.record({
  place: fc.constantFrom(...PLACES),
  replacement: fc.option(plausible, { nil: undefined }),
});

test("whatever is deleted or replaced, checking never throws and each problem names a place in both languages", () => {
  let beyondSchema = 0;
  fc.assert(
    fc.property(fc.array(mutation, { minLength: 1, maxLength: 3 }), (mutations) => {
      const mutated = mutations.reduce<unknown>(mutate, structuredClone(EXAMPLE));
      const { definition, problems } = validateDefinition(mutated);
      if (definition) beyondSchema++;
      for (const problem of problems) expectWellTold(problem, mutated);
    }),
    // An object that cannot be turned into text stood where the kind should be.
    { numRuns: 1500, examples: [[[{ place: "/nodes/0/kind", replacement: { toString: 0 } }]]] },
  );
  expect(beyondSchema).toBeGreaterThan(150);
});

function expectWellTold({ code, path: place, message, fix, at }: Problem, document: unknown): void {
  expect(code).toMatch(/^[a-z-]+\.[a-z-]+$/);
  expect(valueAt(document, place), `${code} at ${place}`).toBeDefined();
  for (const text of [message.en, message["zh-CN"], fix.en, fix["zh-CN"]]) expect(text).not.toBe("");
  if (at && "offset" in at) {
    const text = valueAt(document, place);
    expect(typeof text).toBe("string");
    expect(at.offset + at.length).toBeLessThanOrEqual((text as string).length + 1);
  }
}

function mutate(
  document: unknown,
  { place, replacement }: { place: string; replacement?: unknown },
): unknown {
  const at = place.lastIndexOf("/");
  const holder = valueAt(document, place.slice(0, at));
  const key = place.slice(at + 1);
  if (typeof holder !== "object" || holder === null || !Object.hasOwn(holder, key)) return document;
  if (replacement !== undefined) (holder as Record<string, unknown>)[key] = structuredClone(replacement);
  else if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else delete (holder as Record<string, unknown>)[key];
  return document;
}

function pathsIn(value: unknown, at: string): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, content]) => {
    const place = childPath(at, key);
    return [place, ...pathsIn(content, place)];
  });
}
