import type {
  MessageReference,
  MessageToSend,
  Node,
  SignalReference,
  SignalToSend,
  Timer,
} from "../../generated/workflow.ts";

type Trigger = Extract<Node, { kind: "boundary" }>["event"];
type Start = NonNullable<Extract<Node, { kind: "start" }>["trigger"]>;
type Caught = Extract<Node, { kind: "catch" }>["event"];
type Thrown = Extract<Node, { kind: "throw" }>["event"];
type Result = NonNullable<Extract<Node, { kind: "end" }>["result"]>;

/** What an event of any kind of step says. */
export type NodeEvent = Trigger | Start | Caught | Thrown | Result;

/** The event of a step and the name of the property that holds it. */
export function eventOf(node: Node): { readonly event: NodeEvent; readonly path: string } | null {
  switch (node.kind) {
    case "start":
      return node.trigger ? { event: node.trigger, path: "/trigger" } : null;
    case "end":
      return node.result ? { event: node.result, path: "/result" } : null;
    case "catch":
    case "throw":
    case "boundary":
      return { event: node.event, path: "/event" };
    default:
      return null;
  }
}

/** The time that a step waits for. */
export function timerOf(node: Node): { readonly timer: Timer; readonly path: string } | null {
  const found = eventOf(node);
  return found?.event.type === "timer" ? { timer: found.event, path: found.path } : null;
}

/** A message or signal with what is kept of it or what it carries. */
export interface Delivery {
  readonly content: MessageReference | MessageToSend | SignalReference | SignalToSend;
  readonly path: string;
}

/** The message or signal that a step waits for or sends. */
export function deliveryOf(node: Node): Delivery | null {
  if (node.kind === "receiveTask" || node.kind === "sendTask") {
    return { content: node.message, path: "/message" };
  }
  const found = eventOf(node);
  if (found?.event.type === "message") {
    return { content: found.event.message, path: `${found.path}/message` };
  }
  return found?.event.type === "signal"
    ? { content: found.event.signal, path: `${found.path}/signal` }
    : null;
}
