import type { Field } from "@flowright/definition";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkCaseData } from "./check-case-data.ts";
import { checkForm } from "./check-form.ts";

const names = fc.constantFrom("a", "b", "c", "__proto__", "constructor", "toString");
const garbage = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.string({ unit: "binary", maxLength: 12 }),
    fc.constantFrom("2026-02-30", "12.3", "9e9", "\u0000", "\ud800", "P7D"),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(names, tie("value"), { maxKeys: 4 }),
  ),
})).value;

const fields: fc.Arbitrary<Field> = fc.letrec<{ field: Field }>((tie) => ({
  field: fc.record(
    {
      type: fc.constantFrom("string", "number", "integer", "boolean", "array", "object"),
      format: fc.constantFrom(
        "date",
        "date-time",
        "time",
        "duration",
        "money",
        "photo",
        "email",
        "uri",
        "person",
      ),
      enum: fc.array(fc.string(), { minLength: 1, maxLength: 2 }),
      minimum: fc.double({ noNaN: true }),
      multipleOf: fc.double({ noNaN: true }),
      maxLength: fc.nat(5),
      pattern: fc.constantFrom("(", "^a+$", "(?=x)", "\\p{Han}"),
      items: tie("field"),
      minItems: fc.nat(3),
      uniqueItems: fc.boolean(),
      properties: fc.dictionary(names, tie("field"), { maxKeys: 3 }),
      default: garbage,
      readOnly: fc.boolean(),
    },
    { requiredKeys: [] },
  ) as fc.Arbitrary<Field>,
})).field;

describe("the validator", () => {
  it("answers with problems and never throws, whatever the schema and the data", () => {
    fc.assert(
      fc.property(
        fc.dictionary(names, fields, { maxKeys: 4 }),
        garbage,
        garbage,
        fc.array(fc.tuple(names, fc.constantFrom("edit", "read", "hidden")), { maxLength: 4 }),
        fc.constantFrom("complete", "draft"),
        (properties, data, variables, shown, stage) => {
          const schema = { type: "object" as const, properties };
          const form = {
            id: "f",
            sections: [
              {
                fields: shown.map(
                  ([field, mode]) => ({ field, mode, visibleWhen: "a = b or c > 1" }) as never,
                ),
              },
            ],
          };
          const isCase = typeof variables === "object" && variables !== null && !Array.isArray(variables);
          const result = checkForm({
            form,
            schema,
            data: data as never,
            variables: (isCase ? variables : {}) as never,
            now: "2026-11-24T00:00:00Z",
            stage,
          });
          const problems = [...result.problems, ...checkCaseData(schema, data as never)];
          for (const problem of problems) {
            expect(problem.message.en).not.toMatch(/\{\w+\}/);
            expect(problem.message["zh-CN"]).not.toBe("");
          }
          const editable = new Set(shown.map(([field]) => field));
          expect(Object.keys(result.data).every((name) => editable.has(name as never))).toBe(true);
        },
      ),
      { numRuns: 400 },
    );
  });

  it("accepts its own cleaned data again, unchanged", () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom("a", "b"), fields, { maxKeys: 2 }),
        garbage,
        (properties, data) => {
          const schema = { type: "object" as const, properties };
          const form = { id: "f", sections: [{ fields: [{ field: "a" }, { field: "b" }] }] };
          const input = {
            form,
            schema,
            variables: {},
            now: "2026-11-24T00:00:00Z",
            stage: "complete" as const,
          };
          const first = checkForm({ ...input, data: data as never });
          if (first.problems.length > 0) return;
          const again = checkForm({ ...input, data: first.data });
          expect(again).toEqual({ problems: [], data: first.data });
        },
      ),
      { numRuns: 400 },
    );
  });
});
