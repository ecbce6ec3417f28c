import type { BoundaryEvent, CatchEvent, Edge, EndEvent, Node, StartEvent } from "@flowright/definition";
import fc from "fast-check";
import type { Feature } from "./features.ts";

/** Makes a node once it has its id. */
export type Make = (id: string) => Node;

type Table = NonNullable<Extract<Node, { kind: "businessRuleTask" }>["table"]>;
export type EndResult = NonNullable<EndEvent["result"]>;
export type Loop = NonNullable<Extract<Node, { kind: "userTask" }>["loop"]>;

/** Mostly such as hold or do not; some cannot be worked out where what they read is not set. */
export const condition = fc.constantFrom(
  "a > 1",
  "b",
  "a < 2",
  "true",
  "false",
  "n > 2",
  "count(list) > 1",
  "c",
  "not(c)",
);

const who = fc.constantFrom<Extract<Node, { kind: "userTask" }>["who"]>(
  { type: "role", role: "staff" },
  { type: "people", people: ["ann"] },
  { type: "people", people: ["ann", "bob", "cai"] },
  { type: "initiator" },
  { type: "field", field: "owner" },
  { type: "expression", value: "owners" },
);

const rule = fc.constantFrom<Extract<Node, { kind: "approval" }>["rule"]>(
  { type: "any" },
  { type: "all" },
  { type: "nOfM", n: 2 },
);

export const timer = fc.constantFrom<Extract<CatchEvent, { type: "timer" }>>(
  { type: "timer", duration: "PT1H" },
  { type: "timer", duration: "PT2H" },
  { type: "timer", duration: "=wait" },
  { type: "timer", date: "2026-01-06" },
);

const repeatedTimer = fc.constantFrom<Extract<CatchEvent, { type: "timer" }>>(
  { type: "timer", cycle: "R2/PT30M" },
  { type: "timer", cycle: "R3/2026-01-05T06:00:00Z/P1D" },
  { type: "timer", cycle: "R/PT1H" },
  { type: "timer", cycle: "R/2026-01-31T00:00:00Z/P1M" },
  { type: "timer", cron: "0 9 * * 1-5", timeZone: "Asia/Shanghai" },
);

export const message = fc
  .constantFrom<[string, string | undefined]>(["m1", undefined], ["m2", '"k"'], ["m1", "owner"])
  .map(([name, key]) => ({
    name,
    ...(key === undefined ? {} : { key }),
    output: [{ target: "a", value: "message.a" }],
  }));

export const signal = fc
  .constantFrom("s1", "s2")
  .map((name) => ({ name, output: [{ target: "b", value: "signal.a = 1" }] }));

const sent = fc
  .constantFrom("m1", "m3")
  .map((name) => ({ name, key: '"k"', data: [{ target: "a", value: "a" }] }));

const assignment = fc.constantFrom(
  { target: "a", value: "a + 1" },
  { target: "n", value: "n + 1" },
  { target: "a", value: "if a = null then 1 else 0" },
  { target: "b", value: "not(c)" },
  { target: "c", value: "not(c)" },
  { target: "x.y", value: "n" },
  { target: "list", value: "append(list, n)" },
);

const cell = fc.constantFrom("-", "< 2", ">= 2", "[1..3]", "0, 3", "not(1)", "null");

const policy = fc.constantFrom<Pick<Table, "hitPolicy" | "aggregator">>(
  { hitPolicy: "unique" },
  { hitPolicy: "any" },
  { hitPolicy: "first" },
  { hitPolicy: "priority" },
  { hitPolicy: "outputOrder" },
  { hitPolicy: "ruleOrder" },
  { hitPolicy: "collect" },
  { hitPolicy: "collect", aggregator: "sum" },
  { hitPolicy: "collect", aggregator: "min" },
  { hitPolicy: "collect", aggregator: "max" },
  { hitPolicy: "collect", aggregator: "count" },
);

/** Rules over two numbers and a yes or no; some have gaps, some overlap. */
const table: fc.Arbitrary<Table> = fc
  .record({
    policy,
    rest: fc.constantFrom(undefined, "0", "n"),
    rules: fc.array(
      fc.tuple(cell, cell, fc.constantFrom("-", "-", "true", "false"), fc.constantFrom("1", "2", "3", "n")),
      { minLength: 1, maxLength: 4 },
    ),
  })
  .map(({ policy, rest, rules }): Table => {
    const ranked = policy.hitPolicy === "priority" || policy.hitPolicy === "outputOrder";
    const values = ranked ? { values: [3, 1, 2, 0, 4] as [number, ...number[]] } : {};
    return {
      ...policy,
      inputs: [
        { id: "n", expression: "n", type: "number" },
        { id: "a", expression: "a", type: "number" },
        { id: "c", expression: "c", type: "boolean" },
      ],
      outputs: [{ name: "level", type: "number", ...values, ...(rest ? { default: rest } : {}) }],
      rules: rules.map(([n, a, c, then], index) => ({ id: `r${index}`, when: [n, a, c], then: [then] })),
    } as Table;
  });

function givesList({ hitPolicy, aggregator = "list" }: Table): boolean {
  return ["ruleOrder", "outputOrder", "collect"].includes(hitPolicy) && aggregator === "list";
}

const TASKS: Partial<Record<Feature, fc.Arbitrary<Make>>> = {
  userTask: who.map(
    (who) =>
      (id): Node => ({ id, kind: "userTask", who }),
  ),
  approval: fc.tuple(who, rule).map(
    ([who, rule]) =>
      (id): Node => ({ id, kind: "approval", who, rule, resultVariable: "result" }),
  ),
  serviceTask: fc.constantFrom("a", undefined, "n + 1").map(
    (value) =>
      (id): Node => ({
        id,
        kind: "serviceTask",
        jobType: "work",
        ...(value ? { input: [{ target: "x.y", value }] } : {}),
        output: [{ target: "b", value: "result.ok" }],
      }),
  ),
  scriptTask: fc.array(assignment, { minLength: 1, maxLength: 2 }).map(
    (assignments) =>
      (id): Node => ({ id, kind: "scriptTask", assignments: assignments as [] }),
  ),
  receiveTask: message.map(
    (message) =>
      (id): Node => ({ id, kind: "receiveTask", message }),
  ),
  manualTask: fc.constant((id: string): Node => ({ id, kind: "manualTask" })),
  sendTask: sent.map(
    (message) =>
      (id): Node => ({ id, kind: "sendTask", message }),
  ),
  businessRuleTask: fc.tuple(table, fc.constantFrom<"incident" | "null">("incident", "null")).map(
    ([table, noMatch]) =>
      (id): Node => ({
        id,
        kind: "businessRuleTask",
        table,
        noMatch,
        output: [{ target: givesList(table) ? "list" : "a", value: "result" }],
      }),
  ),
  callActivity: fc.constant(
    (id: string): Node => ({
      id,
      kind: "callActivity",
      process: "other",
      input: [{ target: "a", value: "a" }],
      output: [{ target: "a", value: "result.a" }],
    }),
  ),
};

const EVENTS: Partial<Record<Feature, fc.Arbitrary<Make>>> = {
  catchTimer: timer.map(
    (event) =>
      (id): Node => ({ id, kind: "catch", event }),
  ),
  catchMessage: message.map(
    (message) =>
      (id): Node => ({ id, kind: "catch", event: { type: "message", message } }),
  ),
  catchSignal: signal.map(
    (signal) =>
      (id): Node => ({ id, kind: "catch", event: { type: "signal", signal } }),
  ),
  catchCondition: condition.map(
    (condition) =>
      (id): Node => ({ id, kind: "catch", event: { type: "condition", condition } }),
  ),
  throwNone: fc.constant((id: string): Node => ({ id, kind: "throw", event: { type: "none" } })),
  throwMessage: sent.map(
    (message) =>
      (id): Node => ({ id, kind: "throw", event: { type: "message", message } }),
  ),
  throwSignal: fc.constantFrom("s1", "s2").map(
    (name) =>
      (id): Node => ({
        id,
        kind: "throw",
        event: { type: "signal", signal: { name, data: [{ target: "a", value: "n" }] } },
      }),
  ),
  throwEscalation: fc.constantFrom("E1", "E2").map(
    (code) =>
      (id): Node => ({ id, kind: "throw", event: { type: "escalation", code } }),
  ),
  throwCompensation: fc.constant(
    (id: string): Node => ({ id, kind: "throw", event: { type: "compensation" } }),
  ),
};

type Makers<T> = { readonly [feature in Feature]?: fc.Arbitrary<T> | undefined };

function pick<T>(table: Makers<T>, features: ReadonlySet<Feature>): fc.Arbitrary<T>[] {
  return [...features].flatMap((feature) => table[feature] ?? []);
}

/** A task of a kind that is drawn. */
export const task = (features: ReadonlySet<Feature>): fc.Arbitrary<Make> =>
  fc.oneof(...pick(TASKS, features));

/** An event between two steps. */
export const between = (features: ReadonlySet<Feature>): fc.Arbitrary<Make> =>
  fc.oneof(...pick(EVENTS, features));

/** What comes after an event-based gateway. */
export function raced(features: ReadonlySet<Feature>): fc.Arbitrary<Make> {
  const { catchTimer, catchMessage, catchSignal, catchCondition } = EVENTS;
  const { receiveTask } = TASKS;
  return fc.oneof(...pick({ catchTimer, catchMessage, catchSignal, catchCondition, receiveTask }, features));
}

export interface Boundary {
  readonly event: BoundaryEvent["event"];
  readonly interrupting: boolean;
}

/** An event at the edge of an activity; `inside` says what can come out of it. */
export function boundary(features: ReadonlySet<Feature>, inside: boolean): fc.Arbitrary<Boundary> {
  const table: Partial<Record<Feature, fc.Arbitrary<Boundary>>> = {
    boundaryTimer: fc.tuple(timer, fc.boolean()).map(([event, interrupting]) => ({ event, interrupting })),
    boundaryCycle: repeatedTimer.map((event) => ({ event, interrupting: false })),
    boundaryMessage: fc
      .tuple(message, fc.boolean())
      .map(([message, interrupting]) => ({ event: { type: "message", message }, interrupting })),
    boundarySignal: fc
      .tuple(signal, fc.boolean())
      .map(([signal, interrupting]) => ({ event: { type: "signal", signal }, interrupting })),
    boundaryCondition: fc
      .tuple(condition, fc.boolean())
      .map(([condition, interrupting]) => ({ event: { type: "condition", condition }, interrupting })),
    boundaryError: fc.constantFrom("E1", "E2", undefined).map((code) => ({
      event: { type: "error", ...(code ? { code } : {}), variable: "caught" },
      interrupting: true,
    })),
    ...(inside
      ? {
          boundaryEscalation: fc
            .tuple(fc.constantFrom("E1", undefined), fc.boolean())
            .map(([code, interrupting]) => ({
              event: { type: "escalation", ...(code ? { code } : {}), variable: "caught" },
              interrupting,
            })),
        }
      : {}),
  };
  return fc.oneof(...pick(table, features));
}

/** How the inside of a container ends. */
export function result(features: ReadonlySet<Feature>): fc.Arbitrary<EndResult> {
  const table: Partial<Record<Feature, fc.Arbitrary<EndResult>>> = {
    endNone: fc.constant({ type: "none" }),
    endTerminate: fc.constant({ type: "terminate" }),
    endError: fc.constantFrom("E1", "E2").map((code) => ({ type: "error", code, message: '"told"' })),
    endEscalation: fc.constantFrom("E1", "E2").map((code) => ({ type: "escalation", code })),
    endMessage: sent.map((message) => ({ type: "message", message })),
    endSignal: fc.constantFrom("s1", "s2").map((name) => ({ type: "signal", signal: { name } })),
    endCompensation: fc.constant({ type: "compensation" }),
  };
  return fc.oneof(
    { weight: 6, arbitrary: fc.constant({ type: "none" } as EndResult) },
    ...pick(table, features),
  );
}

/** The start of an event sub-process, and whether it ends the rest. */
export function listening(features: ReadonlySet<Feature>): fc.Arbitrary<Omit<StartEvent, "id" | "kind">> {
  const table: Partial<Record<Feature, fc.Arbitrary<NonNullable<StartEvent["trigger"]>>>> = {
    subTimer: timer,
    subMessage: message.map((message) => ({ type: "message", message })),
    subSignal: signal.map((signal) => ({ type: "signal", signal })),
    subCondition: condition.map((condition) => ({ type: "condition", condition })),
    subError: fc.constantFrom("E1", undefined).map((code) => ({ type: "error", ...(code ? { code } : {}) })),
    subEscalation: fc
      .constantFrom("E1", undefined)
      .map((code) => ({ type: "escalation", ...(code ? { code } : {}) })),
  };
  return fc
    .tuple(fc.oneof(...pick(table, features)), fc.boolean())
    .map(([trigger, interrupting]) => ({ trigger, interrupting: trigger.type === "error" || interrupting }));
}

export const loop: fc.Arbitrary<Loop> = fc.oneof(
  fc
    .record({
      sequential: fc.boolean(),
      collection: fc.constantFrom("list", "3", "owners", "[]", "n"),
      completion: fc.constantFrom(
        undefined,
        "numberOfCompletedInstances >= 2",
        "item = 2",
        "numberOfActiveInstances = 1",
      ),
      output: fc.constantFrom(
        undefined,
        { target: "results", value: "item" },
        { target: "results", value: "index * 2" },
      ),
    })
    .map(
      ({ sequential, collection, completion, output }): Loop => ({
        type: "multiInstance",
        sequential,
        collection,
        ...(completion ? { completion } : {}),
        ...(output ? { output } : {}),
      }),
    ),
  fc
    .record({
      condition: fc.constantFrom("index < 3", "n < 3", "false", "true"),
      testBefore: fc.boolean(),
      maximum: fc.constantFrom(2, 4),
    })
    .map(
      ({ condition, testBefore, maximum }): Loop => ({ type: "standard", condition, testBefore, maximum }),
    ),
);

export type EdgeMarks = Pick<Edge, "condition" | "default" | "outcome">;
