import { describe, expect, it } from "vitest";
import { flowOf } from "../bench/flows.ts";
import { CaseUnderTest } from "./case-under-test.ts";
import { drawing, end, gate, start, task } from "./drawing.ts";

/** Characters of the state as JSON, variables aside. */
function sizeOf({ state }: CaseUnderTest): number {
  const scopes = Object.entries(state?.scopes ?? {}).map(([id, scope]) => [id, { ...scope, vars: {} }]);
  return JSON.stringify({ ...state, scopes: Object.fromEntries(scopes) }).length;
}

describe("the state of a running instance of 20 nodes", () => {
  it("stays below 600 bytes from the first step to the last", () => {
    const underTest = new CaseUnderTest(flowOf(20));
    underTest.start({ amount: "250.00", grade: "A", note: "n" });
    let steps = 0;
    for (; underTest.status === "active"; steps++) {
      expect(sizeOf(underTest)).toBeLessThanOrEqual(600);
      const [wait] = underTest.waits();
      const id = wait?.id ?? 0;
      if (wait?.kind === "job") underTest.do({ kind: "job.complete", job: id, result: { note: "x" } });
      else underTest.do({ kind: "task.complete", task: id, by: "ann", data: {} });
    }
    expect(steps).toBeGreaterThan(10);
    expect(underTest.status).toBe("completed");
  });

  it("stays below 600 bytes in a plan whose other steps are all announced", () => {
    const ids = Array.from({ length: 20 }, (_, at) => `step${at + 1}`);
    const staff = { type: "role", role: "staff" } as const;
    const steps = ids.map((id) => task(id, { who: staff }));
    const edges = ids.slice(1).map((id) => ({ id: `to-${id}`, source: "step1", target: id }));
    const underTest = new CaseUnderTest(
      drawing(
        [start(), { id: "plan", kind: "plan", nodes: steps, edges }, end()],
        ["start > plan", "plan > end"],
      ),
    );
    underTest.start();
    expect(underTest.waits("task").filter(({ announced }) => announced)).toHaveLength(19);
    expect(sizeOf(underTest)).toBeLessThanOrEqual(600);
    underTest.complete("step1");
    for (const id of ids.slice(1)) underTest.complete(id);
    expect(underTest.status).toBe("completed");
  });

  it("stays below 600 bytes with three branches open and one at the join", () => {
    const ids = ["pack", "invoice", "notify", "label"];
    const underTest = new CaseUnderTest(
      drawing(
        [
          start(),
          gate("split"),
          ...ids.map((id) => task(id, { who: { type: "role", role: "staff" } })),
          gate("join"),
          end(),
        ],
        ["start > split", ...ids.flatMap((id) => [`split > ${id}`, `${id} > join`]), "join > end"],
      ),
    );
    underTest.start();
    underTest.complete("pack");
    expect(underTest.waits()).toHaveLength(3);
    expect(sizeOf(underTest)).toBeLessThanOrEqual(600);
  });

  it("stays below 600 bytes with inclusive and complex gateways, and while a list is worked off one by one", () => {
    const ids = ["pack", "invoice", "notify", "label"];
    for (const join of [
      { id: "join", kind: "inclusive" },
      { id: "join", kind: "complex", need: { type: "count", count: 2 } },
    ] as const) {
      const underTest = new CaseUnderTest(
        drawing(
          [
            start(),
            { id: "split", kind: "inclusive" },
            ...ids.map((id) => task(id, { who: { type: "role", role: "staff" } })),
            join,
            task("after"),
            end(),
          ],
          [
            "start > split",
            ...ids.flatMap((id) => [`split > ${id}`, `${id} > join`]),
            "join > after",
            "after > end",
          ],
        ),
      );
      underTest.start();
      expect(sizeOf(underTest)).toBeLessThanOrEqual(600);
      underTest.complete("pack");
      underTest.complete("invoice");
      expect(sizeOf(underTest)).toBeLessThanOrEqual(600);
    }
    const loop = { type: "multiInstance", collection: "20", sequential: true } as const;
    const underTest = new CaseUnderTest(
      drawing([start(), task("each", { loop }), end()], ["start > each", "each > end"]),
    );
    underTest.start();
    for (; underTest.status === "active"; underTest.complete("each"))
      expect(sizeOf(underTest)).toBeLessThanOrEqual(600);
  });
});
