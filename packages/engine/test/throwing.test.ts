import type { Node } from "@flowright/definition";
import { describe, expect, it } from "vitest";
import type { Effect } from "../src/contract/effect.ts";
import { CaseUnderTest } from "./case-under-test.ts";
import { boundary, catching, choice, drawing, end, start, sub, task, throwing } from "./drawing.ts";

type ToSend = Extract<Node, { kind: "sendTask" }>["message"];

const paid: ToSend = {
  name: "paid",
  key: "order.no",
  data: [
    { target: "sum", value: "order.sum" },
    { target: "by.name", value: '"shop"' },
  ],
};

const variables = {
  order: {
    type: "object",
    properties: { no: { type: "string" }, sum: { type: "string", format: "money" } },
  },
} as const;

const order = { no: "A1", sum: "99.00" };

/** One step between a start and a task. */
function passing(step: Node, given = {}): CaseUnderTest {
  const underTest = new CaseUnderTest(
    drawing([start(), step, task("after"), end()], [`start > ${step.id}`, `${step.id} > after`], {
      variables: variables as never,
    }),
  );
  underTest.start(given);
  return underTest;
}

const sentBy = (underTest: CaseUnderTest, kind: Effect["kind"]) =>
  underTest.effects.filter((effect) => effect.kind === kind);

describe("a message that is sent", () => {
  const senders: Node[] = [
    throwing("tell", { type: "message", message: paid }),
    { id: "tell", kind: "sendTask", message: paid },
  ];

  it("goes out with its key and its payload, and the flow goes on at once", () => {
    for (const sender of senders) {
      const underTest = passing(sender, { order });
      expect(underTest.waitingAt()).toEqual(["task after"]);
      const [message] = sentBy(underTest, "message.send");
      expect(message).toMatchObject({
        node: "tell",
        name: "paid",
        key: "A1",
        data: { sum: "99.00", by: { name: "shop" } },
      });
      expect(underTest.seen("message.sent")).toMatchObject([{ node: "tell", name: "paid", key: "A1" }]);
      expect(underTest.completedNodes()).toEqual(["start", "tell"]);
    }
  });

  it("at an end goes out as the branch ends", () => {
    const last: Node = { id: "tell", kind: "end", result: { type: "message", message: paid } };
    const underTest = new CaseUnderTest(
      drawing([start(), last], ["start > tell"], { variables: variables as never }),
    );
    underTest.start({ order });
    expect(underTest.status).toBe("completed");
    expect(underTest.effects.map(({ kind }) => kind)).toEqual(["message.send", "instance.end"]);
  });

  it("with a key that is empty or a payload that cannot be worked out is not sent but an incident", () => {
    const last: Node = { id: "tell", kind: "end", result: { type: "message", message: paid } };
    for (const sender of [...senders, last]) {
      const underTest = passing(sender, { order: { ...order, no: "" } });
      expect(underTest.waitingAt()).toEqual(["incident tell"]);
      expect(underTest.incidentCodes()).toEqual(["message.no-key"]);
      underTest.set({ order });
      underTest.retry("tell");
      expect(sentBy(underTest, "message.send")).toHaveLength(1);
      expect(underTest.waits("incident")).toEqual([]);
    }
    const bad = { ...paid, data: [{ target: "sum", value: "order.no + 1" }] };
    const failing = passing({ id: "tell", kind: "sendTask", message: bad }, { order });
    expect(failing.incidentCodes()).toEqual(["expression.failed"]);
    expect(sentBy(failing, "message.send")).toEqual([]);
  });

  it("needs no key", () => {
    const underTest = passing({ id: "tell", kind: "sendTask", message: { name: "hello" } });
    expect(sentBy(underTest, "message.send")).toMatchObject([{ name: "hello", key: null, data: {} }]);
  });

  it("twice in a case has two numbers", () => {
    const underTest = new CaseUnderTest(
      drawing(
        [
          start(),
          throwing("one", { type: "message", message: { name: "m" } }),
          throwing("two", { type: "message", message: { name: "m" } }),
          end(),
        ],
        ["start > one", "one > two", "two > end"],
      ),
    );
    underTest.start();
    expect(new Set(underTest.seen("message.sent").map(({ message }) => message)).size).toBe(2);
  });
});

describe("a signal that is sent", () => {
  const signal = { name: "recall", data: [{ target: "no", value: "order.no" }] };

  it("goes out with its payload, from the middle of the flow as from an end", () => {
    const last: Node = { id: "tell", kind: "end", result: { type: "signal", signal } };
    for (const sender of [throwing("tell", { type: "signal", signal }), last]) {
      const underTest = passing(sender, { order });
      expect(sentBy(underTest, "signal.send")).toMatchObject([
        { node: "tell", name: "recall", data: { no: "A1" } },
      ]);
      expect(underTest.seen("signal.sent")).toMatchObject([{ node: "tell", name: "recall" }]);
    }
  });

  it("reaches the very case that sent it only after the turn", () => {
    const underTest = new CaseUnderTest(
      drawing(
        [
          start(),
          catching("wait", { type: "signal", signal: { name: "recall" } }),
          throwing("tell", { type: "signal", signal: { name: "recall" } }),
          task("heard"),
          end(),
        ],
        ["start > wait", "start > tell", "wait > heard", "tell > end"],
      ),
    );
    underTest.start();
    expect(underTest.waitingAt()).toEqual(["signal wait"]);
    underTest.signal("wait");
    expect(underTest.waitingAt()).toEqual(["task heard"]);
  });
});

describe("a step that only notes something", () => {
  it("is passed: a throwing event without a trigger, and a manual task with its boundary events", () => {
    expect(passing(throwing("mark", { type: "none" })).waitingAt()).toEqual(["task after"]);
    const underTest = new CaseUnderTest(
      drawing(
        [
          start(),
          { id: "mark", kind: "manualTask" },
          boundary("late", "mark", { type: "timer", duration: "PT1H" }),
          task("after"),
        ],
        ["start > mark", "mark > after", "late > after"],
      ),
    );
    underTest.start();
    expect(underTest.waitingAt()).toEqual(["task after"]);
    expect(underTest.completedNodes()).toEqual(["start", "mark"]);
  });
});

describe("a link", () => {
  const jump = (id: string, name: string) => throwing(id, { type: "link", name });
  const land = (id: string, name: string) => catching(id, { type: "link", name });

  it("goes on where the link of the same name is caught in the same scope", () => {
    const box = sub(
      "box",
      [start("s"), jump("in", "a"), land("inner", "a"), task("inside")],
      ["s > in", "inner > inside"],
    );
    const underTest = new CaseUnderTest(
      drawing(
        [start(), jump("out", "b"), box, land("a", "a"), land("b", "b"), task("elsewhere"), end()],
        ["start > out", "b > box", "box > end", "a > elsewhere"],
      ),
    );
    underTest.start();
    expect(underTest.waitingAt()).toEqual(["task inside"]);
    expect(underTest.completedNodes()).toEqual(["start", "out", "b", "s", "in", "inner"]);
  });

  it("leads back as well, and round in a circle it stops at the limit", () => {
    const flow = drawing(
      [start(), land("again", "top"), choice("done"), jump("up", "top"), task("ready")],
      [
        "start > again",
        "again > done",
        ["done > ready", { condition: "ok" }],
        ["done > up", { default: true }],
      ],
      { variables: { ok: { type: "boolean" } } },
    );
    const underTest = new CaseUnderTest(flow, { limits: { steps: 40 } });
    underTest.start({ ok: false });
    expect(underTest.incidentCodes()).toEqual(["limit.steps"]);
    underTest.set({ ok: true });
    const [incident] = underTest.waits("incident");
    underTest.do({ kind: "incident.retry", incident: incident?.id ?? 0, by: "ann" });
    expect(underTest.waitingAt()).toEqual(["task ready"]);
  });
});
