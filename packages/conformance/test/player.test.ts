import { expect, it } from "vitest";
import { playerOf } from "../generator/player.ts";
import type { SeenWait, View } from "../reference/comparison/view.ts";

function approval(id: number, more: boolean): SeenWait {
  const key = "task decide in / (approval ann of ann)";
  return {
    kind: "task",
    key,
    node: "decide",
    id,
    age: id,
    people: ["ann"],
    assignee: "ann",
    type: "approval",
    asking: { more, fewer: false },
  };
}

function standing(...waits: SeenWait[]): View {
  const nothing = { counted: [], remembered: [], undoable: [], trace: [], told: [] };
  return { status: "active", waits, variables: {}, ...nothing };
}

it("asks of the one of several alike tasks that is meant what may be done with it", () => {
  const player = playerOf({
    by: null,
    variables: {},
    called: false,
    impulses: [{ pick: 7, way: 7, data: {} }],
    restartAt: 0,
  });
  // The second of the two is meant; only the first may be asked of one person more.
  expect(player(standing(approval(5, true), approval(9, false)), 0)).toMatchObject({
    do: "complete",
    nth: 1,
  });
  expect(player(standing(approval(5, false), approval(9, true)), 0)).toMatchObject({ do: "ask", nth: 1 });
});
