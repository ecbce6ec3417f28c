import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Command, compile, type InstanceState, step } from "../src/index.ts";
import { CaseUnderTest, NOW } from "./case-under-test.ts";
import { drawing, end, onError, service, start, task } from "./drawing.ts";

const kinds: readonly Command["kind"][] = [
  "instance.start",
  "instance.suspend",
  "instance.resume",
  "task.claim",
  "task.release",
  "task.transfer",
  "task.complete",
  "task.return",
  "job.complete",
  "job.fail",
  "timer.fire",
  "message.deliver",
  "incident.retry",
  "variables.set",
];

const id = fc.oneof(
  fc.nat({ max: 50 }),
  fc.double(),
  fc.constantFrom("constructor", "__proto__", "toString", "5") as unknown as fc.Arbitrary<number>,
);
const text = fc.constantFrom("ann", "bob", "", "__proto__", "\u0000", "x".repeat(500));
const data = fc.dictionary(text, fc.jsonValue() as fc.Arbitrary<string>, { maxKeys: 3 });

/** Commands of the right shape whose members may be anything. */
const commands = fc
  .record({
    kind: fc.constantFrom(...kinds, "no.such" as Command["kind"]),
    id,
    text,
    to: text,
    data,
    checked: fc.array(text, { maxLength: 2 }),
  })
  .map(({ kind, id, text, to, data, checked }) => ({
    ...{ kind, task: id, job: id, timer: id, subscription: id, incident: id, by: text, to, reason: to },
    ...{ data, variables: data, result: data, outcome: to, comment: text, checked, code: to },
    message: kind === "job.fail" ? text : { name: text, key: to, id: text, data },
    ...(text === "bob" ? { start: { node: to, message: { name: text, key: to, id: text, data } } } : {}),
  })) as unknown as fc.Arbitrary<Command>;

const flow = drawing(
  [
    { ...start() },
    task("look"),
    service("call", { output: [{ target: "a.b", value: "result.x" }] }),
    onError("oops", "call"),
    {
      id: "late",
      kind: "boundary",
      attachedTo: "look",
      event: { type: "timer", duration: "PT1H" },
      interrupting: false,
    },
    end(),
  ],
  ["start > look", "start > call", "look > end", "call > end", "oops > end", "late > end"],
  { variables: { a: { type: "object" } } },
);

describe("commands from anywhere", () => {
  it("are carried out or refused with a problem in both languages, never thrown at", () => {
    fc.assert(
      fc.property(fc.array(commands, { minLength: 1, maxLength: 15 }), (list) => {
        const underTest = new CaseUnderTest(flow);
        underTest.start();
        for (const command of list) {
          const result = underTest.try(command);
          if (!result.ok) expect(result.problem.message["zh-CN"]).toMatch(/[\u4e00-\u9fff]/);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("for a case of another version are refused", () => {
    const underTest = new CaseUnderTest(flow);
    underTest.start();
    const other = compile(drawing([start(), end()], ["start > end"]));
    if (!other.ok) throw new Error("does not compile");
    const context = { now: NOW, membersOf: () => [] };
    const result = step(other.program, underTest.state, { kind: "instance.suspend", by: "ann" }, context);
    expect(result.ok ? null : result.problem.code).toBe("program.node-unknown");
  });

  it("for a case that has not begun, or has ended, are refused", () => {
    const underTest = new CaseUnderTest(flow);
    const code = (state: InstanceState | null) => {
      underTest.state = state;
      const result = underTest.try({ kind: "timer.fire", timer: 1 });
      return result.ok ? null : result.problem.code;
    };
    expect(code(null)).toBe("instance.not-started");
    underTest.start();
    underTest.do({ kind: "instance.cancel", by: "ann", reason: "x" });
    expect(code(underTest.state)).toBe("instance.ended");
    const again = underTest.try({ kind: "instance.start", variables: {}, by: "ann" });
    expect(again.ok ? null : again.problem.code).toBe("instance.started-before");
  });
});
