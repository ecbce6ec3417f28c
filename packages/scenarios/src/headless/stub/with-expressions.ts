import type { Node } from "@flowright/definition";
import type { ExpressionStub } from "./stubs.ts";

export const EXPRESSION_PARTS = ["who", "collection", "timer", "key"] as const;
export type ExpressionPart = (typeof EXPRESSION_PARTS)[number];

/** A step with expressions of the stubs in place of its own: who does it, what it is done for, when, and by which key. */
export function withExpressions(node: Node, stub: ExpressionStub | undefined): Node {
  if (stub === undefined) return node;
  return EXPRESSION_PARTS.reduce((made, part) => {
    const value = stub[part];
    return value === undefined ? made : (REPLACE[part](made, value) ?? made);
  }, node);
}

/** Whether a step has what a stub of this sort stands for. */
export function hasExpression(node: Node, part: ExpressionPart): boolean {
  return REPLACE[part](node, "1") !== null;
}

const REPLACE: { readonly [P in ExpressionPart]: (node: Node, value: string) => Node | null } = {
  who: (node, value) =>
    "who" in node && node.who !== undefined
      ? ({ ...node, who: { type: "expression", value } } as Node)
      : null,
  collection: (node, value) =>
    "loop" in node && node.loop?.type === "multiInstance"
      ? ({ ...node, loop: { ...node.loop, collection: value } } as Node)
      : null,
  timer: (node, value) => {
    const event = eventOf(node);
    if (event?.type !== "timer") return null;
    return withEvent(node, { type: "timer", [shapeOf(value)]: value });
  },
  key: (node, value) => {
    const event = eventOf(node);
    if (event?.type === "message")
      return withEvent(node, { ...event, message: { ...event.message, key: value } });
    if (node.kind !== "receiveTask" && node.kind !== "sendTask") return null;
    return { ...node, message: { ...node.message, key: value } };
  },
};

/** `R3/PT1H` is a cycle and `2026-01-05T…` a date; a duration is what else may stand there, expressions included. */
function shapeOf(value: string): "cycle" | "date" | "duration" {
  if (/^R\d*\//.test(value)) return "cycle";
  return /^\d{4}-\d\d-\d\d/.test(value) ? "date" : "duration";
}

type Event = { readonly type: string; readonly message?: { readonly name: string } };

function eventOf(node: Node): Event | undefined {
  if (node.kind === "catch" || node.kind === "boundary" || node.kind === "throw") return node.event as Event;
  return node.kind === "start" ? (node.trigger as Event | undefined) : undefined;
}

function withEvent(node: Node, event: object): Node {
  return (node.kind === "start" ? { ...node, trigger: event } : { ...node, event }) as Node;
}
