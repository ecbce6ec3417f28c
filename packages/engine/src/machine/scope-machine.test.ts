import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compiled } from "../../test/case-under-test.ts";
import { choice, drawing, end, type Line, onError, start, task } from "../../test/drawing.ts";
import { tangle } from "../../test/random-drawing.ts";
import { compile } from "../program/compile.ts";
import type { Movement } from "../program/program.ts";
import { scopeMachine } from "./scope-machine.ts";

function told(movement: Movement | null) {
  return (
    movement && {
      at: movement.at.id,
      moves: movement.moves.map((move) =>
        move.kind === "take"
          ? `take ${move.edge.id}`
          : move.kind === "fork"
            ? `fork ${move.edges.map(({ id }) => id).join(" ")}`
            : `${move.kind} ${move.node.id}`,
      ),
    }
  );
}

const never = () => false;

describe("the machine of a scope", () => {
  const { root } = compiled(
    drawing([start(), task("a"), onError("oops", "a"), choice("x"), task("b"), task("c"), end()], [
      "start > a",
      "a > x",
      ["x > b", { condition: "true" }],
      ["x > c", { default: true }],
      "b > b",
      "c > end",
      "oops > end",
    ] satisfies Line[]),
  );
  const node = (id: string) => root.nodes.find((one) => one.id === id) ?? fail(id);

  it("tells the coordinator what to do, through choices to the next node that waits", () => {
    expect(told(root.machine.move(node("a"), "done", () => true))).toEqual({
      at: "b",
      moves: ["close a", "take a-to-x", "pass x", "passed x", "take x-to-b", "open b"],
    });
    expect(told(root.machine.move(node("a"), "done", (edge) => edge !== 2))).toMatchObject({ at: "c" });
  });

  it("stays at a choice where nothing holds, and asks again from there", () => {
    expect(told(root.machine.move(node("a"), "done", never))).toEqual({
      at: "x",
      moves: ["close a", "take a-to-x", "pass x"],
    });
    expect(told(root.machine.move(node("x"), "again", never))).toEqual({ at: "x", moves: [] });
    expect(told(root.machine.move(node("x"), "again", () => true))).toEqual({
      at: "b",
      moves: ["passed x", "take x-to-b", "open b"],
    });
  });

  it("enters a node again by an edge to itself, and leaves by a boundary event", () => {
    expect(told(root.machine.move(node("b"), "done", never))).toEqual({
      at: "b",
      moves: ["close b", "take b-to-b", "open b"],
    });
    expect(told(root.machine.move(node("a"), "boundary.oops", never))).toEqual({
      at: "oops",
      moves: ["close a", "begin oops"],
    });
  });

  it("says the same from its table as a machine that is asked for the first time", () => {
    const answers = fc.array(fc.boolean(), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(tangle, fc.array(answers, { minLength: 1, maxLength: 12 }), (drawn, guesses) => {
        const result = compile(drawn);
        if (!result.ok) return;
        const { nodes, edges, machine } = result.program.root;
        for (const guess of guesses) {
          const holds = (edge: number) => guess[edge % guess.length] ?? false;
          for (const one of nodes) {
            const events = [
              "done",
              "again",
              "outcome.approved",
              ...one.outgoing.map(({ id }) => `take.${id}`),
            ];
            for (const event of events) {
              const fresh = scopeMachine(nodes, edges).move(one, event, holds);
              expect(told(machine.move(one, event, holds))).toEqual(told(fresh));
            }
          }
        }
      }),
      { numRuns: 15 },
    );
  });
});

function fail(id: string): never {
  throw new Error(`No node ${id}`);
}
