import type { EventTurn, Incident } from "@flowright/client";
import { expect, test } from "vitest";
import { overlaysOf, wayTaken } from "./way-taken.ts";

const at = (node: string) => ({ v: 1, node, scope: 0, token: 1 }) as const;

test("the way taken: finished steps with who and when, and the edges", () => {
  const turns: EventTurn[] = [
    {
      seq: 1,
      at: "2026-11-24T10:00:00Z",
      actor: "wang",
      command: "task.complete",
      events: [
        { kind: "node.completed", ...at("start") },
        { kind: "edge.taken", ...at("start"), edge: "e1" },
        { kind: "node.entered", ...at("review") },
      ],
    },
  ];
  const way = wayTaken(turns);
  expect([...way.done]).toEqual(["start"]);
  expect(way.edges).toEqual(["e1"]);
  expect(way.finished.get("start")).toEqual({ by: "wang", at: "2026-11-24T10:00:00Z" });
});

test("a step that is entered again is current, not done", () => {
  expect(overlaysOf({ done: ["review"], active: ["review"], now: 0 })).toEqual({
    review: { state: "current" },
  });
});

test("open incidents are counted, solved ones are not", () => {
  const incident = { node: "refund", resolvedAt: null } as Incident;
  const solved = { node: "refund", resolvedAt: "2026-11-24T10:00:00Z" } as Incident;
  expect(overlaysOf({ done: [], active: ["refund"], incidents: [incident, solved], now: 0 })).toEqual({
    refund: { state: "current", incidents: 1 },
  });
});
