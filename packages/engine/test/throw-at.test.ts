import type { Node } from "@flowright/definition";
import { describe, expect, it } from "vitest";
import { CaseUnderTest } from "./case-under-test.ts";
import { drawing, edges, end, service, start, task } from "./drawing.ts";

/** Every activity that waits, and what makes it wait. */
const ACTIVITIES: readonly Node[] = [
  task("work"),
  { id: "work", kind: "approval", who: { type: "people", people: ["ann"] }, rule: { type: "any" } },
  service("work"),
  { id: "work", kind: "receiveTask", message: { name: "m" } },
  { id: "work", kind: "callActivity", process: "other" },
  {
    id: "work",
    kind: "subProcess",
    nodes: [start("in_s"), task("in"), end("in_e")],
    edges: edges(["in_s > in", "in > in_e"]),
  },
  { ...task("work"), loop: { type: "multiInstance", collection: "[1, 2]" } } as Node,
];

const named = ACTIVITIES.map(
  (node) => [`${node.kind}${"loop" in node ? " several times" : ""}`, node] as const,
);

function around(activity: Node, catches: boolean): CaseUnderTest {
  const caught: Node[] = catches
    ? [
        {
          id: "failed",
          kind: "boundary",
          attachedTo: "work",
          event: { type: "error", code: "E1", variable: "why" },
        },
        {
          id: "told",
          kind: "boundary",
          attachedTo: "work",
          interrupting: false,
          event: { type: "escalation" },
        },
        end("bad"),
        end("known"),
      ]
    : [];
  const lines = catches ? ["failed > bad", "told > known"] : [];
  const all = [start("s"), activity, end("e"), ...caught];
  return new CaseUnderTest(
    drawing(all, ["s > work", "work > e", ...lines], { variables: { why: { type: "object" } } }),
  );
}

function tokenAtWork({ state }: CaseUnderTest): number {
  const [id] = Object.entries(state?.tokens ?? {}).find(([, { n }]) => n === "work") ?? [];
  return Number(id);
}

describe("an error or an escalation of what is under way", () => {
  it.each(named)("an error of %s is caught at its boundary", (_, activity) => {
    const one = around(activity, true);
    one.start();
    one.do({ kind: "error.throw", token: tokenAtWork(one), code: "E1", message: "broken" });
    expect(one.completedNodes()).toContain("bad");
    expect(one.status).toBe("completed");
    expect(one.variables).toMatchObject({ why: { code: "E1", message: "broken" } });
  });

  it.each(named)(
    "an error of %s that nothing catches is an incident, and a retry begins it anew",
    (_, activity) => {
      const one = around(activity, false);
      one.start();
      const before = one.waits().map(({ kind }) => kind);
      one.do({ kind: "error.throw", token: tokenAtWork(one), code: "E1", message: "broken" });
      const [incident] = one.waits();
      expect(one.waits()).toMatchObject([{ kind: "incident", node: "work" }]);
      one.do({ kind: "incident.retry", incident: incident?.id ?? 0, by: "ann" });
      expect(one.waits().map(({ kind }) => kind)).toEqual(before);
    },
  );

  it("an escalation that is caught without interrupting leaves the activity under way", () => {
    const one = around(task("work"), true);
    one.start();
    one.do({ kind: "escalation.throw", token: tokenAtWork(one), code: "late", message: "late" });
    expect(one.completedNodes()).toContain("known");
    expect(one.waits()).toMatchObject([{ kind: "task", node: "work" }]);
  });

  it("nothing is thrown where nothing is under way", () => {
    const one = around(service("work"), false);
    one.start();
    const token = tokenAtWork(one);
    expect(one.try({ kind: "error.throw", token: 99, code: "E1", message: "" })).toMatchObject({
      problem: { code: "throw.token-unknown" },
    });
    one.do({ kind: "error.throw", token, code: "E1", message: "" });
    expect(one.try({ kind: "error.throw", token, code: "E1", message: "" })).toMatchObject({
      problem: { code: "throw.not-under-way" },
    });
  });
});
