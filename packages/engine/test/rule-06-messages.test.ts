import type { Node } from "@flowright/definition";
import { describe, expect, it } from "vitest";
import { CaseUnderTest } from "./case-under-test.ts";
import { drawing, end, start, task } from "./drawing.ts";

const byMessage: Node = {
  id: "ordered",
  kind: "start",
  trigger: {
    type: "message",
    message: { name: "ordered", key: "message.no", output: [{ target: "orderNo", value: "message.no" }] },
  },
};

const started = drawing(
  [byMessage, start("by-hand"), task("pack"), end()],
  ["ordered > pack", "by-hand > pack", "pack > end"],
  {
    variables: { orderNo: { type: "string" } },
    settings: { businessKey: "orderNo", caseTitle: '"Order " + orderNo' },
  },
);

const order = { name: "ordered", key: "A1", id: "m1", data: { no: "A1" } };

describe("rule 6: messages, as far as the engine goes", () => {
  it("a message start event begins with its mappings done, so key and title are known at once", () => {
    const underTest = new CaseUnderTest(started);
    underTest.do({
      kind: "instance.start",
      variables: {},
      by: null,
      start: { node: "ordered", message: order },
    });
    expect(underTest.events.slice(0, 3)).toMatchObject([
      { kind: "instance.started", businessKey: "A1", title: "Order A1", variables: { orderNo: "A1" } },
      { kind: "node.entered", node: "ordered" },
      { kind: "message.received", node: "ordered", name: "ordered", key: "A1", id: "m1", subscription: null },
    ]);
    expect(underTest.waitingAt()).toEqual(["task pack"]);
  });

  it("mappings of the start that fail are an incident of the new case", () => {
    const bad = structuredClone(started);
    const [first] = bad.nodes;
    if (first?.kind === "start" && first.trigger?.type === "message")
      first.trigger.message.output = [{ target: "orderNo", value: "message.no + 1" }];
    const underTest = new CaseUnderTest(bad);
    underTest.do({
      kind: "instance.start",
      variables: {},
      by: null,
      start: { node: "ordered", message: order },
    });
    expect(underTest.waitingAt()).toEqual(["incident ordered"]);
    expect(underTest.seen("instance.started")[0]?.businessKey).toBeNull();
    expect(underTest.seen("instance.named")).toEqual([]);
  });

  it("a start whose mappings failed has its key and title as soon as the retry succeeds", () => {
    const late = structuredClone(started);
    const [first] = late.nodes;
    if (first?.kind === "start" && first.trigger?.type === "message")
      first.trigger.message.output = [{ target: "orderNo", value: "message.no + suffix" }];
    const underTest = new CaseUnderTest(late);
    underTest.do({
      kind: "instance.start",
      variables: {},
      by: null,
      start: { node: "ordered", message: order },
    });
    underTest.set({ suffix: "-x" });
    underTest.retry("ordered");
    expect(underTest.seen("instance.named")).toEqual([
      { kind: "instance.named", v: 1, businessKey: "A1-x", title: "Order A1-x" },
    ]);
    expect(underTest.waitingAt()).toEqual(["task pack"]);
  });

  it("a message boundary that does not interrupt keeps to the key that was worked out for it", () => {
    const asked: Node = {
      id: "asked",
      kind: "boundary",
      attachedTo: "work",
      interrupting: false,
      event: { type: "message", message: { name: "asked", key: "orderNo" } },
    };
    const underTest = new CaseUnderTest(
      drawing([start(), task("work"), asked, task("reply")], ["start > work", "asked > reply"], {
        variables: { orderNo: { type: "string" } },
      }),
    );
    underTest.start({ orderNo: "A1" });
    underTest.set({ orderNo: null });
    underTest.hear("asked");
    underTest.hear("asked");
    expect(underTest.seen("message.awaited").map(({ key }) => key)).toEqual(["A1", "A1", "A1"]);
    expect(underTest.waitingAt()).toEqual(["message asked", "task reply", "task reply", "task work"]);
  });

  it("a start by another message, at another node or by hand where there is none is refused", () => {
    const underTest = new CaseUnderTest(started);
    for (const [node, name] of [
      ["ordered", "paid"],
      ["by-hand", "ordered"],
      ["pack", "ordered"],
      ["nowhere", "ordered"],
    ] as const) {
      const command = { kind: "instance.start", variables: {}, by: null } as const;
      const result = underTest.try({ ...command, start: { node, message: { ...order, name } } });
      expect(result.ok ? null : result.problem.code).toBe("start.not-by-message");
    }
    const only = new CaseUnderTest(drawing([byMessage, end()], ["ordered > end"]));
    const result = only.try({ kind: "instance.start", variables: {}, by: "ann" });
    expect(result.ok ? null : result.problem.code).toBe("start.none");
  });

  it("a receive task waits under name and key and maps the payload", () => {
    const wait: Node = {
      id: "wait",
      kind: "receiveTask",
      message: {
        name: "shipped",
        key: "orderNo",
        output: [{ target: "parcel.no", value: "message.trackingNo" }],
      },
    };
    const underTest = new CaseUnderTest(
      drawing([start(), wait, end()], ["start > wait", "wait > end"], {
        variables: { orderNo: { type: "string" }, parcel: { type: "object" } },
      }),
    );
    underTest.start({ orderNo: "A1", parcel: { weight: 2 } });
    expect(underTest.effects.at(-1)).toEqual({
      kind: "subscription.open",
      type: "message",
      subscription: underTest.wait("message", "wait").id,
      node: "wait",
      name: "shipped",
      key: "A1",
    });
    underTest.do({
      kind: "message.deliver",
      subscription: underTest.wait("message", "wait").id,
      message: { name: "shipped", key: "A1", id: "m2", data: { trackingNo: "SF1" } },
    });
    expect(underTest.status).toBe("completed");
    expect(underTest.variables).toEqual({ orderNo: "A1", parcel: { weight: 2, no: "SF1" } });
  });

  it("a message boundary that does not interrupt hears every message, one that does only the first", () => {
    const boundary = (interrupting: boolean): Node => ({
      id: "asked",
      kind: "boundary",
      attachedTo: "work",
      interrupting,
      event: { type: "message", message: { name: "asked" } },
    });
    const deliver = (underTest: CaseUnderTest) =>
      underTest.do({
        kind: "message.deliver",
        subscription: underTest.wait("message", "asked").id,
        message: { name: "asked", key: null, id: "m", data: {} },
      });
    const lines = ["start > work", "work > end", "asked > reply"];
    const open = new CaseUnderTest(
      drawing([start(), task("work"), boundary(false), task("reply"), end()], lines),
    );
    open.start();
    deliver(open);
    deliver(open);
    expect(open.waitingAt()).toEqual(["message asked", "task reply", "task reply", "task work"]);
    open.complete("work");
    expect(open.waitingAt()).toEqual(["task reply", "task reply"]);

    const interrupted = new CaseUnderTest(
      drawing([start(), task("work"), boundary(true), task("reply"), end()], lines),
    );
    interrupted.start();
    deliver(interrupted);
    expect(interrupted.waitingAt()).toEqual(["task reply"]);
  });
});
