import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CaseUnderTest } from "./case-under-test.ts";
import { choice, drawing, end, type Line, start, task } from "./drawing.ts";

/** A choice with one task behind each edge. */
function chooser(conditions: readonly string[], defaultAt: number | null) {
  const branches = conditions.map((_, index) => task(`t${index}`));
  const lines: Line[] = conditions.map((condition, index) => [
    `x > t${index}`,
    index === defaultAt ? { default: true } : { condition },
  ]);
  return drawing([start(), choice("x"), ...branches], ["start > x", ...lines], {
    variables: {
      amount: { type: "string", format: "money" },
      policy: { type: "object" },
      flag: { type: "boolean" },
    },
  });
}

describe("rule 1: an exclusive choice", () => {
  it("takes the first edge that holds, otherwise the default, otherwise it is an incident", () => {
    const edges = fc.array(fc.boolean(), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(edges, fc.option(fc.nat({ max: 5 })), (holds, defaultAt) => {
        const at = defaultAt !== null && defaultAt < holds.length ? defaultAt : null;
        const underTest = new CaseUnderTest(chooser(holds.map(String), at));
        underTest.start();
        const first = holds.findIndex((held, index) => held && index !== at);
        const expected = first >= 0 ? first : at;
        if (expected === null) {
          expect(underTest.incidentCodes()).toEqual(["choice.none-holds"]);
          expect(underTest.waitingAt()).toEqual(["incident x"]);
          expect(underTest.status).toBe("active");
        } else {
          expect(underTest.waitingAt()).toEqual([`task t${expected}`]);
          expect(underTest.seen("edge.taken").at(-1)?.edge).toBe(`x-to-t${expected}`);
        }
      }),
    );
  });

  it("asks the conditions in the order of the edges and none after the first that holds", () => {
    const underTest = new CaseUnderTest(chooser(["false", "true", "missing > 1"], null));
    underTest.start();
    expect(underTest.waitingAt()).toEqual(["task t1"]);
  });

  it("does not fall back to the default where a condition cannot be worked out", () => {
    const underTest = new CaseUnderTest(chooser(["amount > policy.limit", "true"], 1));
    underTest.start({ amount: "120.00", policy: {} });
    expect(underTest.waitingAt()).toEqual(["incident x"]);
    const [incident] = underTest.seen("incident.raised");
    expect(incident?.params).toMatchObject({ expression: "amount > policy.limit" });
    for (const text of Object.values(incident?.message ?? {})) {
      expect(text).toContain("amount > policy.limit");
      expect(text).toContain('amount = "120.00"');
      expect(text).toContain("policy.limit = null");
    }
  });

  it("is an incident where a condition gives null or something else than true or false", () => {
    for (const [condition, value] of [
      ["flag", "null"],
      ["1 + 1", "2"],
      ['"yes"', '"yes"'],
    ] as const) {
      const underTest = new CaseUnderTest(chooser([condition, "true"], 1));
      underTest.start();
      expect(underTest.waitingAt()).toEqual(["incident x"]);
      const [incident] = underTest.seen("incident.raised");
      expect(incident?.message.en).toContain(condition);
      expect(incident?.message.en).toContain(value);
    }
  });

  it("is asked again on retry, with the values of then", () => {
    const underTest = new CaseUnderTest(chooser(["amount > policy.limit", "true"], 1));
    underTest.start({ amount: "120.00" });
    const { id } = underTest.wait("incident", "x");
    underTest.do({ kind: "incident.retry", incident: id, by: "ann" });
    expect(underTest.waitingAt()).toEqual(["incident x"]);
    underTest.do({ kind: "variables.set", variables: { policy: { limit: 100 } }, by: "ann" });
    underTest.do({ kind: "incident.retry", incident: underTest.wait("incident", "x").id, by: "ann" });
    expect(underTest.waitingAt()).toEqual(["task t0"]);
  });

  it("goes through several choices in one move", () => {
    const underTest = new CaseUnderTest(
      drawing(
        [start(), choice("x"), choice("y"), choice("z"), task("here"), end()],
        [
          "start > x",
          ["x > y", { condition: "true" }],
          ["x > end", { default: true }],
          ["y > end", { condition: "false" }],
          ["y > z", { default: true }],
          "z > here",
        ],
      ),
    );
    underTest.start();
    expect(underTest.waitingAt()).toEqual(["task here"]);
    expect(underTest.completedNodes()).toEqual(["start", "x", "y", "z"]);
  });
});
