import type { WorkflowDefinition } from "@flowright/definition";
import { expect, test } from "vitest";
import { moveNodes } from "../../model/command/structure/move-nodes.ts";
import type { DrawingComment } from "./comments-host.ts";
import { pinPlace, threadsOf } from "./threads-of.ts";

const flow: WorkflowDefinition = {
  schema: "flowright/workflow/v1",
  id: "f",
  name: "F",
  nodes: [
    { id: "s", kind: "start", position: { x: 0, y: 0 } },
    { id: "e", kind: "end", position: { x: 400, y: 0 } },
  ],
  edges: [{ id: "l", source: "s", target: "e" }],
};
const comment = (id: string, more: Partial<DrawingComment> = {}): DrawingComment => ({
  id,
  thread: null,
  place: { on: "s", called: "Start", x: 30, y: -6 },
  text: id,
  by: "lin",
  at: `2026-11-0${id.length}T00:00:00Z`,
  editedAt: null,
  deleted: false,
  resolvedAt: null,
  resolvedBy: null,
  unread: false,
  ...more,
});

test("open threads come first, the latest answered first; answers are below their thread", () => {
  const resolved = comment("aaaa", { resolvedAt: "2026-11-05T00:00:00Z" });
  const answer = comment("aaa", { thread: "a", place: null, unread: true });
  const threads = threadsOf([comment("a"), answer, comment("aa"), resolved], flow);
  expect(threads.map(({ first, replies, unread }) => [first.id, replies.length, unread])).toEqual([
    ["a", 1, true],
    ["aa", 0, false],
    ["aaaa", 0, false],
  ]);
});

test("a comment on a step that is gone stays listed as such", () => {
  const gone = comment("a", { place: { on: "x", called: "Old step", x: 0, y: 0 } });
  const ground = comment("b", { place: { on: null, called: "", x: 0, y: 0 } });
  expect(threadsOf([gone, ground], flow).map(({ removed }) => removed)).toEqual([true, false]);
  expect(pinPlace(flow, gone.place ?? { on: null, called: "", x: 0, y: 0 })).toBeNull();
});

test("a pin moves with its step and with the ends of its line; one on the ground stays", () => {
  const outcome = moveNodes(new Map([["s", { x: 80, y: 160 }]])).execute(flow);
  if (!outcome.ok) throw new Error("not moved");
  const at = (definition: WorkflowDefinition, on: string | null) =>
    pinPlace(definition, { on, called: "", x: 5, y: 5 }) ?? { x: Number.NaN, y: Number.NaN };
  expect(at(outcome.definition, "s")).toEqual({ x: at(flow, "s").x + 80, y: at(flow, "s").y + 160 });
  expect(at(outcome.definition, "l")).toEqual({ x: at(flow, "l").x + 40, y: at(flow, "l").y + 80 });
  expect(at(outcome.definition, null)).toEqual({ x: 5, y: 5 });
});
