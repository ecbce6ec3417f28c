import type { Node } from "@flowright/definition";
import fc from "fast-check";
import type { Block } from "./random-drawing.ts";

type Step = Extract<Block, { kind: "step" }>["node"];
type Inside = Extract<Block, { kind: "inside" }>;

/** Steps that get done, so that there is something to undo. */
const work = fc.constantFrom<Step>(
  (id) => ({ id, kind: "userTask", who: { type: "people", people: ["ann"] } }),
  (id) => ({ id, kind: "manualTask" }),
  (id) => ({ id, kind: "serviceTask", jobType: "work" }),
  (id): Node => ({
    id,
    kind: "userTask",
    who: { type: "people", people: ["ann"] },
    loop: { type: "multiInstance", collection: "[1, 2]" },
  }),
);

const back: Block = {
  kind: "step",
  node: (id) => ({ id, kind: "throw", event: { type: "compensation" } }),
};

/** Blocks in which much is completed, much can be undone, and much is. */
export const undoing: fc.Arbitrary<Block> = fc.letrec<{ block: Block }>((tie) => {
  const some = fc.array(tie("block"), { minLength: 2, maxLength: 3 });
  const undoable = fc.record({ kind: fc.constant("undoable" as const), step: work, handler: work });
  const inside = fc.record({
    kind: fc.constant("inside" as const),
    part: some.map((parts): Block => ({ kind: "sequence", parts })),
    result: fc.constantFrom<Inside["result"]>("none", "none", "none", "compensation", "cancel", "error"),
    as: fc.constantFrom("subProcess" as const, "transaction" as const),
    events: fc.constantFrom<Inside["events"]>(
      [],
      [{ trigger: { type: "cancel" }, interrupting: true }],
      [{ trigger: { type: "error" }, interrupting: true }],
      [{ trigger: { type: "timer", duration: "PT1H" }, interrupting: true }],
    ),
    listeners: fc.constantFrom<NonNullable<Inside["listeners"]>>(
      [],
      [],
      [[{ trigger: { type: "message", message: { name: "m" } }, interrupting: false }, back]],
      [[{ trigger: { type: "message", message: { name: "m" } }, interrupting: true }, back]],
    ),
    undoes: fc.option(
      undoable.map((one): Block => ({ kind: "sequence", parts: [one, back] })),
      { nil: undefined, freq: 3 },
    ),
    loop: fc.constantFrom<Inside["loop"]>(undefined, undefined, {
      type: "multiInstance",
      collection: "[1, 2]",
    }),
  });
  return {
    block: fc.oneof(
      { maxDepth: 3, depthSize: "small" },
      undoable,
      fc.constant(back),
      inside,
      inside,
      some.map((parts): Block => ({ kind: "sequence", parts })),
      some.map((parts): Block => ({ kind: "parallel", parts })),
    ),
  };
}).block;
