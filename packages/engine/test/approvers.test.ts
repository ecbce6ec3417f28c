import type { Approval, Node } from "@flowright/definition";
import { describe, expect, it } from "vitest";
import { CaseUnderTest } from "./case-under-test.ts";
import { drawing, start, task } from "./drawing.ts";

function asked(rule: Approval["rule"], who: Approval["who"], more: Partial<Approval> = {}) {
  const ask: Node = { id: "ask", kind: "approval", who, rule, ...more };
  const underTest = new CaseUnderTest(
    drawing(
      [start(), ask, task("yes"), task("no")],
      ["start > ask", ["ask > yes", { outcome: "approved" }], ["ask > no", { outcome: "rejected" }]],
      { variables: { result: { type: "string" }, days: { type: "string" } } },
    ),
  );
  underTest.start();
  return underTest;
}

const people = (...names: string[]) => ({ type: "people", people: names }) as const;

function change(underTest: CaseUnderTest, kind: "approval.add" | "approval.remove", person: string) {
  const task = underTest.wait("task", "ask").id;
  const result = underTest.try({ kind, task, by: "boss", person });
  return result.ok ? null : result.problem.code;
}

function decide(underTest: CaseUnderTest, by: string, outcome: "approved" | "rejected") {
  const { id } =
    underTest.waits("task").find(({ id }) => underTest.assigneeOf(id) === by) ??
    underTest.wait("task", "ask");
  underTest.do({ kind: "task.complete", task: id, by, data: {}, outcome, comment: "because" });
}

describe("people are added to an approval and removed from it", () => {
  it("all: one more is asked, and has to approve, too", () => {
    const underTest = asked({ type: "all" }, people("ann", "bob"));
    expect(change(underTest, "approval.add", "cai")).toBeNull();
    expect(underTest.lastTask().assignee).toBe("cai");
    for (const person of ["ann", "bob"]) decide(underTest, person, "approved");
    expect(underTest.waitingAt()).toEqual(["task ask"]);
    decide(underTest, "cai", "approved");
    expect(underTest.waitingAt()).toEqual(["task yes"]);
  });

  it("all: the outcome is certain once the only one who has not decided is removed", () => {
    const underTest = asked({ type: "all" }, people("ann", "bob"), { resultVariable: "result" });
    decide(underTest, "ann", "approved");
    expect(change(underTest, "approval.remove", "ann")).toBe("approval.decided");
    expect(change(underTest, "approval.remove", "bob")).toBeNull();
    expect(underTest.waitingAt()).toEqual(["task yes"]);
    expect(underTest.variables.result).toBe("approved");
  });

  it("some: removing is refused where too few would be left, else the outcome may be certain", () => {
    const underTest = asked({ type: "nOfM", n: 2 }, people("ann", "bob", "cai"));
    decide(underTest, "ann", "rejected");
    expect(change(underTest, "approval.remove", "cai")).toBeNull();
    expect(underTest.waitingAt()).toEqual(["task no"]);
    const few = asked({ type: "nOfM", n: 2 }, people("ann", "bob"));
    expect(change(few, "approval.remove", "bob")).toBe("approval.too-few-left");
    expect(change(few, "approval.add", "cai")).toBeNull();
    expect(change(few, "approval.remove", "bob")).toBeNull();
    decide(few, "ann", "approved");
    decide(few, "cai", "approved");
    expect(few.waitingAt()).toEqual(["task yes"]);
  });

  it("any: the one task is for more people or for fewer, and stays with who has it", () => {
    const underTest = asked({ type: "any" }, people("ann"));
    expect(underTest.assigneeOf(underTest.wait("task", "ask").id)).toBe("ann");
    expect(change(underTest, "approval.remove", "ann")).toBe("approval.last");
    expect(change(underTest, "approval.add", "bob")).toBeNull();
    const { id } = underTest.wait("task", "ask");
    expect(underTest.effects.at(-1)).toEqual({
      kind: "task.update",
      task: id,
      assignee: null,
      candidates: { roles: [], people: ["ann", "bob"] },
    });
    underTest.do({ kind: "task.claim", task: id, by: "bob" });
    expect(change(underTest, "approval.add", "cai")).toBeNull();
    expect(underTest.assigneeOf(id)).toBe("bob");
    expect(change(underTest, "approval.remove", "bob")).toBeNull();
    expect(underTest.assigneeOf(id)).toBeUndefined();
    expect(change(underTest, "approval.remove", "ann")).toBeNull();
    expect(underTest.assigneeOf(id)).toBe("cai");
    decide(underTest, "cai", "approved");
    expect(underTest.waitingAt()).toEqual(["task yes"]);
  });

  it("any, of a role: a person beside the role", () => {
    const underTest = asked({ type: "any" }, { type: "role", role: "lead" });
    expect(change(underTest, "approval.add", "zoe")).toBeNull();
    expect(change(underTest, "approval.remove", "zoe")).toBeNull();
    expect(change(underTest, "approval.remove", "zoe")).toBe("approval.not-asked");
    expect(underTest.effects.at(-1)).toMatchObject({ candidates: { roles: ["lead"], people: [] } });
  });

  it("is refused for who is asked already or never was, for tasks of other kinds and with a deadline that fails", () => {
    for (const rule of [{ type: "all" }, { type: "any" }] as const) {
      const underTest = asked(rule, people("ann", "bob"));
      expect(change(underTest, "approval.add", "bob")).toBe("task.transfer-asked-before");
      expect(change(underTest, "approval.remove", "zoe")).toBe("approval.not-asked");
    }
    const underTest = asked({ type: "all" }, people("ann"));
    expect(change(underTest, "approval.remove", "ann")).toBe("approval.last");
    decide(underTest, "ann", "approved");
    const { id } = underTest.wait("task", "yes");
    const result = underTest.try({ kind: "approval.add", task: id, by: "boss", person: "zoe" });
    expect(result.ok ? null : result.problem.code).toBe("approval.not-here");

    const late = asked({ type: "all" }, people("ann"), {
      deadline: { type: "duration", duration: '=if days = null then "P1D" else days' },
    });
    expect(change(late, "approval.add", "bob")).toBeNull();
    late.do({ kind: "variables.set", variables: { days: "soon" }, by: "ann" });
    expect(change(late, "approval.add", "cai")).toBe("approval.no-deadline");
  });

  it("a task that was transferred counts for who has it now", () => {
    const underTest = asked({ type: "all" }, people("ann", "bob"));
    const { id } = underTest.wait("task", "ask");
    underTest.do({ kind: "task.transfer", task: id, by: "ann", to: "zoe", reason: "knows it" });
    expect(change(underTest, "approval.remove", "ann")).toBe("approval.not-asked");
    expect(change(underTest, "approval.remove", "zoe")).toBeNull();
    decide(underTest, "bob", "approved");
    expect(underTest.waitingAt()).toEqual(["task yes"]);
  });

  it("any: what was transferred stays with that person", () => {
    const underTest = asked({ type: "any" }, people("ann"));
    const { id } = underTest.wait("task", "ask");
    underTest.do({ kind: "task.transfer", task: id, by: "ann", to: "zoe", reason: "knows it" });
    expect(change(underTest, "approval.add", "bob")).toBeNull();
    expect(underTest.assigneeOf(id)).toBe("zoe");
    expect(change(underTest, "approval.remove", "bob")).toBeNull();
    expect(underTest.assigneeOf(id)).toBe("zoe");
  });
});
