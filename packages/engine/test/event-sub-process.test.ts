import type { Node } from "@flowright/definition";
import { describe, expect, it } from "vitest";
import { activeNodesOf } from "../src/index.ts";
import { CaseUnderTest } from "./case-under-test.ts";
import {
  boundary,
  drawing,
  edges,
  end,
  gate,
  listener,
  onError,
  script,
  service,
  start,
  sub,
  task,
  throwing,
} from "./drawing.ts";

type Trigger = Parameters<typeof listener>[1];

const variables = {
  stock: { type: "number" },
  no: { type: "string" },
  why: { type: "object" },
} as const;

const message: Trigger = {
  type: "message",
  message: { name: "stop", key: "no", output: [{ target: "stock", value: "message.stock" }] },
};
const signal: Trigger = {
  type: "signal",
  signal: { name: "stop", output: [{ target: "stock", value: "signal.stock" }] },
};
const condition: Trigger = { type: "condition", condition: "stock > 5" };

/** Each sort of start that waits, and how it happens. */
const WAITING: readonly [Trigger, (underTest: CaseUnderTest) => unknown][] = [
  [message, (underTest) => underTest.hear("help-start", { stock: 9 })],
  [signal, (underTest) => underTest.signal("help-start", { stock: 9 })],
  [{ type: "timer", duration: "PT1H" }, (underTest) => underTest.fire("help-start")],
  [{ type: "timer", cycle: "R3/PT1H" }, (underTest) => underTest.fire("help-start")],
  [condition, (underTest) => underTest.set({ stock: 9 })],
];

/** Work in a sub-process, or in the case itself, with an event sub-process beside it. */
function beside(inside: boolean, nodes: readonly Node[], given = { no: "A1" }): CaseUnderTest {
  const body = [start("s"), task("work"), end("e"), ...nodes];
  const lines = ["s > work", "work > e"];
  const flow = inside
    ? drawing([start(), sub("box", body, lines), task("after")], ["start > box", "box > after"], {
        variables,
      })
    : drawing(body, lines, { variables });
  const underTest = new CaseUnderTest(flow);
  underTest.start(given);
  return underTest;
}

describe("an event sub-process", () => {
  it("that interrupts takes the place of everything else in its scope, which ends after it", () => {
    for (const [trigger, happens] of WAITING)
      for (const inside of [true, false]) {
        const underTest = beside(inside, [listener("help", trigger, [task("helping"), end("h")])]);
        expect(underTest.waits("task").map(({ node }) => node)).toEqual(["work"]);
        happens(underTest);
        expect(underTest.waitingAt()).toEqual(["task helping"]);
        underTest.complete("helping");
        if (inside) expect(underTest.waitingAt()).toEqual(["task after"]);
        else expect(underTest.status).toBe("completed");
        if (trigger.type === "message" || trigger.type === "signal")
          expect(underTest.variables.stock).toBe(9);
      }
  });

  it("that does not interrupt runs beside the rest, and listens again where it can happen again", () => {
    for (const [trigger, happens] of WAITING) {
      const underTest = beside(true, [listener("help", trigger, [task("helping"), end("h")], false)]);
      happens(underTest);
      const again = trigger.type !== "timer" || "cycle" in trigger;
      const rows = underTest.waitingAt().filter((row) => !row.startsWith("task"));
      expect([trigger.type, rows.length]).toEqual([
        trigger.type,
        again && trigger.type !== "condition" ? 1 : 0,
      ]);
      if (trigger.type === "condition") underTest.set({ stock: 1 });
      if (again) happens(underTest);
      const helping = underTest.waits("task").filter(({ node }) => node === "helping");
      expect(helping).toHaveLength(again ? 2 : 1);
      // The scope ends after the last of them, not before.
      underTest.complete("work");
      expect(underTest.waits("task").map(({ node }) => node)).toEqual(helping.map(({ node }) => node));
      for (const _ of helping) underTest.complete("helping");
      expect(underTest.waitingAt()).toEqual(["task after"]);
    }
  });

  it("that listens holds nothing up: the end of its scope closes it", () => {
    for (const [trigger] of WAITING) {
      const underTest = beside(true, [listener("help", trigger, [task("helping")])]);
      expect(activeNodesOf(underTest.state as never)).toEqual(["box", "work"]);
      underTest.complete("work");
      expect(underTest.waitingAt()).toEqual(["task after"]);
      const whole = beside(false, [listener("help", trigger, [task("helping")])]);
      whole.complete("work");
      expect(whole.status).toBe("completed");
    }
  });

  it("goes on under the key that was worked out when its scope opened", () => {
    const underTest = beside(true, [listener("help", message, [task("helping")], false)]);
    underTest.set({ no: "" });
    underTest.hear("help-start", { stock: 1 });
    underTest.hear("help-start", { stock: 2 });
    expect(underTest.seen("message.awaited").map(({ key }) => key)).toEqual(["A1", "A1", "A1"]);
  });

  it("whose key cannot be worked out is an incident of its own, and listens after the retry", () => {
    const underTest = beside(true, [listener("help", message, [task("helping")])], { no: "" });
    expect(underTest.waitingAt()).toEqual(["incident help", "task work"]);
    underTest.set({ no: "A2" });
    underTest.retry("help");
    expect(underTest.waitingAt()).toEqual(["message help-start", "task work"]);
    underTest.hear("help-start", { stock: 3 });
    expect(underTest.waitingAt()).toEqual(["task helping"]);
    const ended = beside(true, [listener("help", message, [task("helping")])], { no: "" });
    ended.complete("work");
    expect(ended.waitingAt()).toEqual(["task after"]);
  });

  it("with a condition that holds already interrupts as soon as the case is at rest", () => {
    const other = listener("other", signal, [task("never")]);
    for (const order of [
      [listener("help", condition, [task("helping")]), other],
      [other, listener("help", condition, [task("helping")])],
    ]) {
      const underTest = beside(true, order, { no: "A1", stock: 6 } as never);
      expect(underTest.waitingAt()).toEqual(["task helping"]);
      expect(underTest.seen("task.cancelled").map(({ node }) => node)).toEqual(["work"]);
    }
    const besides = beside(true, [listener("help", condition, [task("helping")], false)], {
      no: "A1",
      stock: 6,
    } as never);
    expect(besides.waitingAt()).toEqual(["task work"]);
  });

  it("that interrupts ends tokens counted at joins, other event sub-processes and their listeners", () => {
    const body = [
      start("s"),
      gate("split"),
      task("one"),
      service("two"),
      gate("join"),
      end("e"),
      listener("help", signal, [task("helping")]),
      listener("other", { type: "message", message: { name: "m" } }, [task("othering")], false),
      listener("third", { type: "timer", cycle: "R/PT1H" }, [task("thirding")], false),
      listener("fourth", condition, [task("fourthing")], false),
    ];
    const underTest = new CaseUnderTest(
      drawing(
        [
          start(),
          sub("box", body, [
            "s > split",
            "split > one",
            "split > two",
            "one > join",
            "two > join",
            "join > e",
          ]),
          task("after"),
        ],
        ["start > box", "box > after"],
        { variables },
      ),
    );
    underTest.start();
    underTest.complete("one");
    underTest.hear("other-start");
    underTest.fire("third-start");
    const events = underTest.signal("help-start", { stock: 1 });
    expect(underTest.waitingAt()).toEqual(["task helping"]);
    expect(events.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(["job.cancelled", "message.closed", "timer.cancelled", "condition.closed"]),
    );
    expect(underTest.seen("join.emptied")).toMatchObject([{ node: "join", edge: "one-to-join" }]);
    underTest.complete("helping");
    expect(underTest.waitingAt()).toEqual(["task after"]);
    expect(underTest.incidentCodes()).toEqual([]);
  });

  it("catches an error of its scope before the boundary around it, by code before any", () => {
    const flow = (codes: readonly (string | undefined)[]) => {
      const body = [
        start("s"),
        service("call"),
        task("work"),
        ...codes.map((code, index) =>
          listener(
            `help${index}`,
            { type: "error", ...(code === undefined ? {} : { code }), variable: "why" },
            [task(`helping${index}`)],
            // An error interrupts, whatever the drawing says.
            false,
          ),
        ),
      ];
      return drawing(
        [
          start(),
          sub("box", body, ["s > call", "s > work"]),
          onError("on", "box", undefined, "why"),
          task("outside"),
          task("after"),
        ],
        ["start > box", "on > outside", "box > after"],
        { variables },
      );
    };
    const failing = (codes: readonly (string | undefined)[]) => {
      const underTest = new CaseUnderTest(flow(codes));
      underTest.start();
      const { id } = underTest.wait("job", "call");
      underTest.do({ kind: "job.fail", job: id, code: "E", message: "out of stock" });
      expect(underTest.variables.why).toEqual({ code: "E", message: "out of stock" });
      return underTest;
    };
    expect(failing(["F"]).waitingAt()).toEqual(["task outside"]);
    expect(failing([undefined, "E"]).waitingAt()).toEqual(["task helping1"]);
    const caught = failing(["F", undefined]);
    expect(caught.waitingAt()).toEqual(["task helping1"]);
    caught.complete("helping1");
    expect(caught.waitingAt()).toEqual(["task after"]);
  });

  it("lets an error out of itself to the boundary, and never to itself", () => {
    const body = [
      start("s"),
      task("work"),
      listener("help", { type: "error" }, [service("repair")]),
      listener("other", { type: "error", code: "E" }, [task("never")]),
      listener("heard", signal, [service("late")], false),
    ];
    const flow = drawing(
      [start(), sub("box", body, ["s > work"]), onError("on", "box", "E"), task("outside")],
      ["start > box", "on > outside"],
      { variables },
    );
    const underTest = new CaseUnderTest(flow);
    underTest.start();
    underTest.signal("heard-start", { stock: 1 });
    const { id } = underTest.wait("job", "late");
    underTest.do({ kind: "job.fail", job: id, code: "E", message: "no" });
    expect(underTest.waitingAt()).toEqual(["task outside"]);
  });

  it("that has interrupted is the only one: a second error goes outwards", () => {
    const body = [
      start("s"),
      service("call"),
      listener("help", { type: "error" }, [service("repair")]),
      listener("heard", signal, [task("never")]),
    ];
    const flow = drawing(
      [start(), sub("box", body, ["s > call"]), onError("on", "box"), task("outside")],
      ["start > box", "on > outside"],
      { variables },
    );
    const underTest = new CaseUnderTest(flow);
    underTest.start();
    const fail = (node: string) =>
      underTest.do({ kind: "job.fail", job: underTest.wait("job", node).id, code: "E", message: "no" });
    fail("call");
    expect(underTest.waitingAt()).toEqual(["job repair"]);
    fail("repair");
    expect(underTest.waitingAt()).toEqual(["task outside"]);
  });

  it("that has interrupted leaves no other to catch what an undoing in the scope throws", () => {
    const body: Node[] = [
      start("s"),
      task("book"),
      boundary("undo", "book", { type: "compensation" }),
      service("unbook"),
      task("work"),
      listener("help", signal, [throwing("back", { type: "compensation" }), task("helping")]),
      listener("other", { type: "error" }, [task("never")]),
    ];
    const flow = drawing(
      [
        start(),
        sub("box", body, ["s > book", "book > work", "undo > unbook"]),
        onError("on", "box"),
        task("outside"),
      ],
      ["start > box", "on > outside"],
      { variables },
    );
    const underTest = new CaseUnderTest(flow);
    underTest.start();
    underTest.complete("book");
    underTest.signal("help-start", { stock: 1 });
    const { id } = underTest.wait("job", "unbook");
    underTest.do({ kind: "job.fail", job: id, code: "E", message: "no" });
    expect(underTest.waitingAt()).toEqual(["task outside"]);
  });

  it("of the case itself catches what nothing else does", () => {
    const underTest = new CaseUnderTest(
      drawing(
        [
          start(),
          sub("box", [start("s"), service("call")], ["s > call"]),
          task("beside"),
          listener("help", { type: "error", variable: "why" }, [task("helping"), end("h")]),
        ],
        ["start > box", "start > beside"],
        { variables },
      ),
    );
    underTest.start();
    const { id } = underTest.wait("job", "call");
    underTest.do({ kind: "job.fail", job: id, code: "E", message: "no" });
    expect(underTest.waitingAt()).toEqual(["task helping"]);
    underTest.complete("helping");
    expect(underTest.status).toBe("completed");
  });

  it("has data of its own and may have event sub-processes itself", () => {
    const inner = listener("inner", { type: "timer", duration: "PT1H" }, [task("hurry")]);
    const help = {
      ...(listener("help", signal, [
        script("count", { mine: "stock + 1", stock: "mine" }),
        task("helping"),
      ]) as Extract<Node, { kind: "eventSubProcess" }>),
      variables: { type: "object", properties: { mine: { type: "number", default: 0 } } },
    } as Extract<Node, { kind: "eventSubProcess" }>;
    const underTest = beside(false, [{ ...help, nodes: [...help.nodes, inner] }]);
    underTest.signal("help-start", { stock: 4 });
    expect(underTest.variables).toEqual({ no: "A1", stock: 5 });
    expect(underTest.waitingAt()).toEqual(["task helping", "timer inner-start"]);
    underTest.fire("inner-start");
    expect(underTest.waitingAt()).toEqual(["task hurry"]);
    underTest.complete("hurry");
    expect(underTest.status).toBe("completed");
  });

  it("that finds no room keeps what it was told until it is tried again", () => {
    const underTest = beside(true, [listener("help", message, [task("helping")], false)]);
    Object.assign(underTest.limits, { depth: 1 });
    underTest.hear("help-start", { stock: 7 });
    expect(underTest.waitingAt()).toEqual(["incident help", "message help-start", "task work"]);
    Object.assign(underTest.limits, { depth: 20 });
    underTest.retry("help");
    expect(underTest.waitingAt()).toEqual(["message help-start", "task helping", "task work"]);
    expect(underTest.variables.stock).toBe(7);
  });

  it("whose payload cannot be mapped is an incident at its start, with the payload", () => {
    const bad: Trigger = {
      type: "message",
      message: { name: "stop", output: [{ target: "stock", value: "message.stock + rate.x" }] },
    };
    const underTest = beside(true, [listener("help", bad, [task("helping")])]);
    underTest.hear("help-start", { stock: 7 });
    expect(underTest.waitingAt()).toEqual(["incident help-start"]);
    underTest.set({ rate: { x: 1 } });
    underTest.retry("help-start");
    expect(underTest.variables.stock).toBe(8);
    expect(underTest.waitingAt()).toEqual(["task helping"]);
  });

  it("listens in every container that may hold one, for each of several instances by itself", () => {
    const containers: Record<string, Partial<Node>> = {
      subProcess: {},
      transaction: {},
      adHoc: { start: "all" } as Partial<Node>,
      byHand: { kind: "adHoc" },
      several: {
        kind: "subProcess",
        loop: { type: "multiInstance", collection: "[1, 2]", sequential: true },
      } as Partial<Node>,
    };
    for (const [name, more] of Object.entries(containers))
      for (const interrupting of [true, false]) {
        const kind = more.kind ?? name;
        const bare = kind === "adHoc";
        const help = listener("help", signal, [task("helping")], interrupting);
        const box = {
          id: "box",
          kind,
          nodes: [...(bare ? [] : [start("s")]), task("work"), help],
          edges: bare ? [] : edges(["s > work"]),
          ...more,
        } as Node;
        const underTest = new CaseUnderTest(
          drawing([start(), box, task("after")], ["start > box", "box > after"], { variables }),
        );
        underTest.start();
        const work = name === "byHand" ? [] : ["task work"];
        expect([name, underTest.waitingAt()]).toEqual([name, ["signal help-start", ...work]]);
        underTest.signal("help-start", { stock: 1 });
        const rest = interrupting ? [] : work;
        const listening = interrupting ? [] : ["signal help-start"];
        expect([name, underTest.waitingAt()]).toEqual([name, [...listening, "task helping", ...rest]]);
        if (name === "byHand") {
          const { scope } = underTest.wait("task", "helping");
          const around = Object.keys(underTest.state?.scopes ?? {})
            .map(Number)
            .filter((id) => id < scope)
            .at(-1);
          const begin = { kind: "adHoc.start", scope: around ?? 0, node: "work", by: "ann" } as const;
          const begun = underTest.try(begin);
          expect(begun.ok ? null : begun.problem.code).toBe(interrupting ? "adHoc.ending" : null);
        }
        if (!interrupting) underTest.complete("work");
        underTest.complete("helping");
        if (!interrupting && name === "byHand") continue;
        const next = name === "several" ? ["signal help-start", "task work"] : ["task after"];
        expect([name, interrupting, underTest.waitingAt()]).toEqual([name, interrupting, next]);
      }
  });

  it("is cancelled with its scope", () => {
    const underTest = new CaseUnderTest(
      drawing(
        [
          start(),
          sub(
            "box",
            [start("s"), task("work"), listener("help", signal, [task("helping")], false)],
            ["s > work"],
          ),
          boundary("late", "box", { type: "timer", duration: "PT1H" }),
          task("outside"),
        ],
        ["start > box", "late > outside"],
        { variables },
      ),
    );
    underTest.start();
    underTest.signal("help-start", { stock: 1 });
    underTest.fire("late");
    expect(underTest.waitingAt()).toEqual(["task outside"]);
  });
});
