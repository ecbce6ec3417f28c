import type { Node } from "@flowright/definition";
import { describe, expect, it } from "vitest";
import {
  activeNodesOf,
  checkMigration,
  type InstanceState,
  migrate,
  type StepContext,
  standingOf,
  step,
  waitsOf,
} from "../src/index.ts";
import { CaseUnderTest, compiled, NOW } from "./case-under-test.ts";
import { drawing, end, start, task } from "./drawing.ts";

const plan: Node = {
  id: "plan",
  kind: "plan",
  nodes: [task("photos"), task("copy"), task("page"), { id: "stock", kind: "serviceTask", jobType: "count" }],
  edges: [
    { id: "one", source: "photos", target: "page" },
    { id: "two", source: "copy", target: "page" },
    { id: "three", source: "page", target: "stock" },
  ],
};
const program = compiled(drawing([start(), plan, end()], ["start > plan", "plan > end"]));
const ctx: StepContext = { now: NOW, membersOf: () => [] };
const mapped = { nodes: {}, edges: {} };

/** As the engine stored it when waiting steps were among the tokens. */
const BEFORE: InstanceState = {
  v: 1,
  status: "active",
  next: 10,
  by: "ann",
  scopes: {
    "0": { node: null, parent: null, vars: {} },
    "2": { node: "plan", parent: 1, vars: {} },
  },
  tokens: {
    "1": { s: 0, n: "plan", w: { scope: 2 } },
    "3": { s: 2, n: "photos", w: { tasks: { "8": { t: "w", people: ["ann", "bob"] } } } },
    "4": { s: 2, n: "copy", w: { tasks: { "9": { t: "w", people: ["ann", "bob"] } } } },
    "5": { s: 2, n: "page", w: { ahead: { task: 6 } } },
    "7": { s: 2, n: "stock", w: { ahead: {} } },
  },
};

/** The same case as it is stored now. */
const NOWADAYS: InstanceState = {
  ...BEFORE,
  v: 2,
  scopes: {
    ...BEFORE.scopes,
    "2": {
      node: "plan",
      parent: 1,
      vars: {},
      ahead: [
        [5, "page"],
        [7, "stock", null],
      ],
    },
  },
  tokens: Object.fromEntries(Object.entries(BEFORE.tokens).filter(([, { w }]) => w?.ahead === undefined)),
};

describe("a state that was stored before waiting steps were kept apart", () => {
  it("reads as the same case does now", () => {
    for (const read of [waitsOf, activeNodesOf, standingOf]) expect(read(BEFORE)).toEqual(read(NOWADAYS));
    expect(waitsOf(NOWADAYS)).toContainEqual(
      expect.objectContaining({ id: 6, node: "page", announced: true }),
    );
    expect(activeNodesOf(NOWADAYS)).toEqual(["plan", "photos", "copy", "page", "stock"]);
    expect(standingOf(NOWADAYS)).toContainEqual({ token: 7, node: "stock", scope: 2 });
  });

  it("goes on as the same case does now, and is stored as now with its next step", () => {
    const commands = [
      { kind: "task.complete", task: 6, by: "ann", data: {} },
      { kind: "task.complete", task: 8, by: "ann", data: {} },
      { kind: "variables.set", variables: { a: 1 }, by: "ann" },
      { kind: "instance.cancel", by: "ann", reason: "none" },
    ] as const;
    for (const command of commands) {
      const result = step(program, BEFORE, command, ctx);
      expect(JSON.stringify(result)).toBe(JSON.stringify(step(program, NOWADAYS, command, ctx)));
    }
    const set = step(program, BEFORE, commands[2], ctx);
    expect(set.ok && set.state).toEqual({
      ...NOWADAYS,
      scopes: { ...NOWADAYS.scopes, "0": { node: null, parent: null, vars: { a: 1 } } },
    });
  });

  it("migrates as the same case does now", () => {
    expect(checkMigration(program, program, BEFORE, mapped)).toEqual(
      checkMigration(program, program, NOWADAYS, mapped),
    );
    const to = { ...ctx, by: "ann" };
    expect(migrate(program, program, BEFORE, mapped, to)).toEqual(
      migrate(program, program, NOWADAYS, mapped, to),
    );
  });

  it("is what the engine makes today, but for its form", () => {
    const underTest = new CaseUnderTest(program);
    underTest.start();
    expect(underTest.state).toEqual(NOWADAYS);
  });

  it("keeps a step among the tokens that waits for more than other steps", () => {
    const { tokens } = BEFORE;
    const page = { s: 2, n: "page", j: "copy", w: { ahead: { task: 6 } } };
    const stock = { s: 2, n: "stock", w: { ahead: {}, timers: { "10": "stock" } } };
    const state = { ...BEFORE, tokens: { ...tokens, "5": page, "7": stock } };
    const result = step(program, state, { kind: "variables.set", variables: { a: 1 }, by: "ann" }, ctx);
    expect(result.ok && result.state.tokens).toMatchObject({ 5: page, 7: stock });
  });

  it("is refused where a waiting step is none of the program's", () => {
    const scopes = { ...NOWADAYS.scopes, "2": { ...NOWADAYS.scopes[2], node: "plan", ahead: [[5, "gone"]] } };
    const foreign = { ...NOWADAYS, scopes } as unknown as InstanceState;
    const result = step(program, foreign, { kind: "variables.set", variables: { a: 1 }, by: "ann" }, ctx);
    expect(result.ok ? null : result.problem.code).toBe("program.node-unknown");
  });
});
