import type { Node } from "@flowright/definition";
import { describe, expect, it } from "vitest";
import { CaseUnderTest } from "./case-under-test.ts";
import { drawing, end, script, service, start, sub, task } from "./drawing.ts";

describe("variables", () => {
  it("are written to the nearest scope that declares them, else to the case", () => {
    const box = sub(
      "box",
      [
        start("s"),
        script("set", { inner: "outer + 1", outer: "outer + 10", fresh: "inner" }),
        task("look"),
        end("e"),
      ],
      ["s > set", "set > look", "look > e"],
      { inner: { type: "number", default: 0 } },
    );
    const underTest = new CaseUnderTest(
      drawing([start(), box, end()], ["start > box", "box > end"], {
        variables: { outer: { type: "number" } },
      }),
    );
    underTest.start({ outer: 1 });
    expect(underTest.variables).toEqual({ outer: 11, fresh: 2 });
    const scopes = Object.values(underTest.state?.scopes ?? {});
    expect(scopes.map(({ vars }) => vars)).toEqual([{ outer: 11, fresh: 2 }, { inner: 2 }]);
    underTest.complete("look", { data: { inner: 5, outer: 6 } });
    expect(underTest.variables).toEqual({ outer: 6, fresh: 2 });
    expect(underTest.status).toBe("completed");
  });

  it("inner ones hide outer ones of the same name", () => {
    const box = sub(
      "box",
      [start("s"), script("set", { n: "n + 1", seen: "n" }), end("e")],
      ["s > set", "set > e"],
      {
        n: { type: "number", default: 100 },
      },
    );
    const underTest = new CaseUnderTest(
      drawing([start(), box, end()], ["start > box", "box > end"], { variables: { n: { type: "number" } } }),
    );
    underTest.start({ n: 1 });
    expect(underTest.variables).toEqual({ n: 1, seen: 101 });
  });

  it("take the text form of their field and keep the rest of a context", () => {
    const underTest = new CaseUnderTest(
      drawing(
        [
          start(),
          script("set", { "refund.amount": "12.5 * 2", "refund.at": 'date("2026-01-05")', total: "3" }),
          end(),
        ],
        ["start > set", "set > end"],
        {
          variables: {
            refund: {
              type: "object",
              properties: {
                amount: { type: "string", format: "money" },
                at: { type: "string", format: "date" },
              },
            },
            total: { type: "number" },
          },
        },
      ),
    );
    underTest.start({ refund: { reason: "broken" } });
    expect(underTest.variables).toEqual({
      refund: { reason: "broken", amount: "25.00", at: "2026-01-05" },
      total: 3,
    });
  });

  it("a target inside of something that has no parts is an incident", () => {
    const underTest = new CaseUnderTest(
      drawing([start(), script("set", { "a.b": "1" }), end()], ["start > set", "set > end"], {
        variables: { a: {} },
      }),
    );
    underTest.start({ a: "text" });
    expect(underTest.incidentCodes()).toEqual(["mapping.target-not-context"]);
  });

  it("start with the defaults of their fields", () => {
    const underTest = new CaseUnderTest(
      drawing([start(), task("look"), end()], ["start > look", "look > end"], {
        variables: { a: { type: "number", default: 4 }, b: { type: "string", default: "x" } },
      }),
    );
    underTest.start({ b: "y" });
    expect(underTest.variables).toEqual({ a: 4, b: "y" });
  });

  it("may have any name, those of every object's prototype too", () => {
    const names = ["__proto__", "constructor", "toString", "hasOwnProperty"];
    const underTest = new CaseUnderTest(
      drawing(
        [start(), task("__proto__"), end("constructor")],
        ["start > __proto__", "__proto__ > constructor"],
      ),
    );
    underTest.start(JSON.parse('{"__proto__": 1}') as object);
    const data = JSON.parse(`{${names.map((name) => `"${name}": 2`).join(",")}}`) as Record<string, number>;
    underTest.complete("__proto__", { data });
    expect(Object.keys(underTest.variables).sort()).toEqual(names.sort());
    expect(underTest.status).toBe("completed");
  });
});

describe("a service", () => {
  const call: Node = service("refund", {
    call: { system: "shop", operation: "refund" },
    input: [
      { target: "order.no", value: "orderNo" },
      { target: "order.amount", value: "amount" },
      { target: "half", value: "amount / 2" },
    ],
    output: [{ target: "refundNo", value: "result.refundNo + 1" }],
    retry: { attempts: 3, backoff: ["PT1S", "PT1M"] },
    timeout: "PT20S",
  });
  const flow = drawing([start(), call, end()], ["start > refund", "refund > end"], {
    variables: {
      orderNo: { type: "string" },
      amount: { type: "string", format: "money" },
      refundNo: { type: "number" },
    },
  });

  it("is a job with its parameters; a variable alone keeps its text form", () => {
    const underTest = new CaseUnderTest(flow);
    underTest.start({ orderNo: "A1", amount: "12.50" });
    expect(underTest.lastJob()).toEqual({
      kind: "job.create",
      job: underTest.wait("job", "refund").id,
      node: "refund",
      type: "system",
      call: { system: "shop", operation: "refund" },
      input: { order: { no: "A1", amount: "12.50" }, half: 6.25 },
      attempts: 3,
      backoff: [1000, 60_000],
      timeout: 20_000,
    });
    underTest.do({ kind: "job.complete", job: underTest.wait("job", "refund").id, result: { refundNo: 6 } });
    expect(underTest.status).toBe("completed");
    expect(underTest.variables.refundNo).toBe(7);
  });

  it("that has answered is not called again where only its answer could not be mapped", () => {
    const underTest = new CaseUnderTest(flow);
    underTest.start({ orderNo: "A1", amount: "12.50" });
    underTest.do({ kind: "job.complete", job: underTest.wait("job", "refund").id, result: { no: 6 } });
    expect(underTest.incidentCodes()).toEqual(["expression.failed"]);
    underTest.do({ kind: "incident.retry", incident: underTest.wait("incident", "refund").id, by: "ann" });
    expect(underTest.incidentCodes()).toHaveLength(2);
    expect(underTest.seen("job.created")).toHaveLength(1);
  });

  it("that failed is the same job again on retry, so a system can tell; with other input it is a new one", () => {
    const underTest = new CaseUnderTest(flow);
    underTest.start({ orderNo: "A1", amount: "12.50" });
    const first = underTest.wait("job", "refund").id;
    const failAndRetry = () => {
      const job = underTest.wait("job", "refund").id;
      underTest.do({ kind: "job.fail", job, message: "no answer" });
      underTest.do({ kind: "incident.retry", incident: underTest.wait("incident", "refund").id, by: "ann" });
      return underTest.wait("job", "refund").id;
    };
    expect(failAndRetry()).toBe(first);
    expect(failAndRetry()).toBe(first);
    underTest.do({ kind: "variables.set", variables: { amount: "12.40" }, by: "ann" });
    expect(failAndRetry()).not.toBe(first);
  });

  it("for a worker goes by its job type and has a timeout of its own", () => {
    const underTest = new CaseUnderTest(
      drawing([start(), service("print", { jobType: "label" }), end()], ["start > print", "print > end"]),
    );
    underTest.start();
    expect(underTest.lastJob()).toMatchObject({
      type: "label",
      call: null,
      input: {},
      attempts: 1,
      timeout: 30_000,
    });
  });
});

describe("a suspended case", () => {
  it("refuses what people do, takes in what systems had begun, and goes on", () => {
    const underTest = new CaseUnderTest(
      drawing([start(), task("a"), service("b"), task("c"), end()], ["start > a", "start > b", "b > c"]),
    );
    underTest.start();
    underTest.do({ kind: "instance.suspend", by: "ann" });
    const task1 = underTest.wait("task", "a").id;
    const refused = underTest.try({ kind: "task.complete", task: task1, by: "ann", data: {} });
    expect(refused.ok ? null : refused.problem.code).toBe("instance.suspended");
    underTest.do({ kind: "job.complete", job: underTest.wait("job", "b").id, result: {} });
    expect(underTest.status).toBe("suspended");
    expect(underTest.waitingAt()).toEqual(["task a", "task c"]);
    underTest.do({ kind: "instance.resume", by: "ann" });
    underTest.complete("a");
    underTest.complete("c");
    expect(underTest.status).toBe("completed");
    const after = underTest.try({ kind: "instance.cancel", by: "ann", reason: "late" });
    expect(after.ok ? null : after.problem.code).toBe("instance.ended");
  });
});
