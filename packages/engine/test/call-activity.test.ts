import type { Node } from "@flowright/definition";
import { describe, expect, it } from "vitest";
import type { CallStart } from "../src/contract/effect.ts";
import { CaseUnderTest } from "./case-under-test.ts";
import { drawing, end, onError, start, sub, task } from "./drawing.ts";

type Call = Extract<Node, { kind: "callActivity" }>;

const call = (more: Partial<Call> = {}): Node => ({
  id: "call",
  kind: "callActivity",
  process: "billing",
  ...more,
});

const VARIABLES = {
  order: {
    type: "object",
    properties: { id: { type: "string" }, total: { type: "string", format: "money" } },
  },
  paid: { type: "boolean" },
} as const;

function underTest(step: Node = call(), more: readonly Node[] = [], lines: readonly string[] = []) {
  const flow = drawing([start(), step, end(), ...more], ["start > call", "call > end", ...lines], {
    variables: VARIABLES as never,
  });
  return new CaseUnderTest(flow);
}

function lastCall(test: CaseUnderTest): CallStart {
  return test.effects.findLast((effect) => effect.kind === "call.start") as CallStart;
}

describe("a call of another flow", () => {
  it("starts it with what is mapped and a key of its own, and waits for its end", () => {
    const input = [
      { target: "orderId", value: "order.id" },
      { target: "amount", value: "order.total" },
    ];
    const test = underTest(
      call({ input, businessKey: '"B-" + order.id', version: { type: "fixed", number: 3 } }),
    );
    test.start({ order: { id: "7", total: "99.00" } });
    expect(lastCall(test)).toEqual({
      kind: "call.start",
      call: test.wait("call", "call").id,
      node: "call",
      process: "billing",
      version: { type: "fixed", number: 3 },
      businessKey: "B-7",
      variables: { orderId: "7", amount: "99.00" },
    });
    expect(test.waitingAt()).toEqual(["call call"]);
  });

  it("takes the newest version, no key and no data where nothing is said of them", () => {
    const test = underTest();
    test.start();
    expect(lastCall(test)).toMatchObject({ version: { type: "latest" }, businessKey: null, variables: {} });
  });

  it("writes what comes back and goes on", () => {
    const test = underTest(call({ output: [{ target: "paid", value: "result.done" }] }));
    test.start();
    test.do({ kind: "call.complete", call: test.wait("call", "call").id, result: { done: true } });
    expect(test.variables).toEqual({ paid: true });
    expect(test.status).toBe("completed");
  });

  it("keeps the answer where it cannot be mapped: a retry maps it again and calls nothing", () => {
    const test = underTest(call({ output: [{ target: "paid", value: "result.sum > order.limit" }] }));
    test.start({ order: { limit: "ten" } });
    test.do({ kind: "call.complete", call: test.wait("call", "call").id, result: { sum: 12 } });
    expect(test.incidentCodes()).toEqual(["expression.failed"]);
    test.do({ kind: "variables.set", variables: { order: { limit: 10 } }, by: "ann" });
    test.do({ kind: "incident.retry", incident: test.wait("incident", "call").id, by: "ann" });
    expect(test.variables).toMatchObject({ paid: true });
    expect(test.seen("call.started")).toHaveLength(1);
  });

  it("is an incident where its input cannot be worked out, and nothing is called", () => {
    const test = underTest(call({ input: [{ target: "n", value: "order.id + 1" }] }));
    test.start({ order: { id: "seven" } });
    expect(test.effects.filter(({ kind }) => kind === "call.start")).toEqual([]);
    expect(test.waitingAt()).toEqual(["incident call"]);
    expect(test.incidentCodes()).toEqual(["expression.failed"]);
  });

  it("that fails is an incident; trying again calls anew", () => {
    const test = underTest();
    test.start();
    const first = test.wait("call", "call").id;
    test.do({ kind: "call.fail", call: first, message: "it was cancelled" });
    expect(test.incidentCodes()).toEqual(["call.failed"]);
    expect(test.waitingAt()).toEqual(["incident call"]);
    test.do({ kind: "incident.retry", incident: test.wait("incident", "call").id, by: "ann" });
    const second = test.wait("call", "call").id;
    expect(second).not.toBe(first);
    expect(test.try({ kind: "call.complete", call: first, result: {} }).ok).toBe(false);
    test.do({ kind: "call.complete", call: second, result: {} });
    expect(test.status).toBe("completed");
  });

  it("throws the error that ended the called case, and boundaries catch it", () => {
    const boundary = onError("broke", "call", "BROKE", "order");
    const test = underTest(call(), [boundary, task("mend")], ["broke > mend"]);
    test.start();
    test.do({ kind: "call.fail", call: test.wait("call", "call").id, code: "BROKE", message: "no money" });
    expect(test.waitingAt()).toEqual(["task mend"]);
    expect(test.variables).toEqual({ order: { code: "BROKE", message: "no money" } });
  });

  it("throws an error that nothing catches: an incident that names it", () => {
    const test = underTest(call(), [onError("broke", "call", "OTHER"), task("mend")], ["broke > mend"]);
    test.start();
    test.do({ kind: "call.fail", call: test.wait("call", "call").id, code: "BROKE", message: "no money" });
    expect(test.incidentCodes()).toEqual(["error.uncaught"]);
    test.do({ kind: "incident.retry", incident: test.wait("incident", "call").id, by: "ann" });
    expect(test.waitingAt()).toEqual(["call call"]);
  });

  it("is cancelled with the step", () => {
    const late: Node = {
      id: "late",
      kind: "boundary",
      attachedTo: "call",
      event: { type: "timer", duration: "PT1H" },
    };
    const test = underTest(call(), [late, task("ask")], ["late > ask"]);
    test.start();
    const { id } = test.wait("call", "call");
    const events = test.do({ kind: "timer.fire", timer: test.wait("timer", "late").id });
    expect(events.map(({ kind }) => kind)).toContain("call.cancelled");
    expect(test.effects).toContainEqual({ kind: "call.cancel", call: id });
    expect(test.waitingAt()).toEqual(["task ask"]);
  });

  it("is cancelled with the case and with the sub-process around it", () => {
    const test = underTest();
    test.start();
    const { id } = test.wait("call", "call");
    test.do({ kind: "instance.cancel", by: "ann", reason: "enough" });
    expect(test.effects).toContainEqual({ kind: "call.cancel", call: id });

    const stop: Node = { id: "stop", kind: "end", result: { type: "terminate" } };
    const box = sub(
      "box",
      [start("s"), call(), task("work"), stop],
      ["s > call", "s > work", "work > stop", "call > stop"],
    );
    const inside = new CaseUnderTest(
      drawing([start(), box, task("after"), end()], ["start > box", "box > after", "after > end"]),
    );
    inside.start();
    inside.complete("work");
    expect(inside.seen("call.cancelled")).toHaveLength(1);
    expect(inside.waitingAt()).toEqual(["task after"]);
  });

  it("tells of what the called case escalates; the call goes on unless the boundary ends the step", () => {
    for (const interrupting of [false, true]) {
      const told: Node = {
        id: "told",
        kind: "boundary",
        attachedTo: "call",
        interrupting,
        event: { type: "escalation", code: "LATE" },
      };
      const test = underTest(call(), [told, task("look")], ["told > look"]);
      test.start();
      const { id } = test.wait("call", "call");
      test.do({ kind: "call.escalate", call: id, code: "OTHER", message: "" });
      expect(test.waitingAt()).toEqual(["call call"]);
      test.do({ kind: "call.escalate", call: id, code: "LATE", message: "late" });
      expect(test.waitingAt()).toEqual(interrupting ? ["task look"] : ["call call", "task look"]);
    }
  });

  it("takes in what the called case gives while this one is suspended", () => {
    const test = underTest(call({ output: [{ target: "paid", value: "result.done" }] }));
    test.start();
    test.do({ kind: "instance.suspend", by: "ann" });
    test.do({ kind: "call.complete", call: test.wait("call", "call").id, result: { done: true } });
    expect(test.variables).toEqual({ paid: true });
  });

  it("refuses what is not open", () => {
    const test = underTest();
    test.start();
    for (const kind of ["call.complete", "call.fail"] as const) {
      const result = test.try(
        kind === "call.fail" ? { kind, call: 99, message: "" } : { kind, call: 99, result: {} },
      );
      expect(result.ok ? "" : result.problem.code).toBe("call.not-open");
    }
  });
});
