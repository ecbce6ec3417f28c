import { readdirSync, readFileSync } from "node:fs";
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

/** The example and the drawings of every kind of step and event. */
const DOCUMENTS = [EXAMPLE, ...validFixtures()];

/** Weighted so that the one large document does not stand behind the many small ones. */
const document = fc.oneof(fc.constant(EXAMPLE), fc.constantFrom(...DOCUMENTS));

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
  // A part of another document: events, loops and containers come to stand where they do not belong.
  document.chain((each) => fc.constantFrom(...pathsIn(each, "")).map((place) => valueAt(each, place))),
);

const mutated = document.chain((each) =>
  fc.record({
    document: fc.constant(each),
    mutations: fc.array(
      fc.record({
        place: fc.constantFrom(...pathsIn(each, "")),
        replacement: fc.option(plausible, { nil: undefined }),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  }),
);

test("whatever is deleted or replaced, checking never throws and each problem names a place in both languages", () => {
  let beyondSchema = 0;
  fc.assert(
    fc.property(mutated, ({ document, mutations }) => {
      const changed = mutations.reduce<unknown>(mutate, structuredClone(document));
      const { definition, problems } = validateDefinition(changed);
      if (definition) beyondSchema++;
      for (const problem of problems) expectWellTold(problem, changed);
    }),
    // An object that cannot be turned into text stood where the kind should be.
    {
      numRuns: 1500,
      examples: [
        [{ document: EXAMPLE, mutations: [{ place: "/nodes/0/kind", replacement: { toString: 0 } }] }],
      ],
    },
  );
  expect(beyondSchema).toBeGreaterThan(150);
});

function validFixtures(): object[] {
  const folder = path.resolve(import.meta.dirname, "../../../schemas/workflow/v1/fixtures/valid");
  return readdirSync(folder).map(
    (file) => JSON.parse(readFileSync(path.join(folder, file), "utf8")).definition as object,
  );
}

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
