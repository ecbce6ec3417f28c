import type { EventTurn } from "@flowright/client";
import { expect, it } from "vitest";
import { momentSteps, turnsUntil } from "./moment-steps.ts";

const turns: EventTurn[] = [1, 2, 3, 4].map((seq) => ({
  seq,
  at: `2026-01-0${seq}T00:00:00Z`,
  actor: null,
  command: "task.complete",
  events: [],
}));

it("stops where the history tells something, at the first and at the last", () => {
  const told = (turn: EventTurn) => (turn.seq === 3 ? ["Ann approved it"] : []);
  expect(momentSteps(turns, told).map(({ seq, lines }) => [seq, lines.length])).toEqual([
    [1, 0],
    [3, 1],
    [4, 0],
  ]);
  expect(momentSteps([], told)).toEqual([]);
});

it("takes the way that was gone until then", () => {
  expect(turnsUntil(turns, 2).map(({ seq }) => seq)).toEqual([1, 2]);
  expect(turnsUntil(turns, null)).toBe(turns);
});
