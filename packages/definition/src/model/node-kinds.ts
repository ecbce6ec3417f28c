import type { Node } from "../generated/workflow.ts";

const KINDS: Readonly<Record<Node["kind"], true>> = {
  start: true,
  end: true,
  userTask: true,
  approval: true,
  serviceTask: true,
  scriptTask: true,
  businessRuleTask: true,
  sendTask: true,
  receiveTask: true,
  manualTask: true,
  exclusive: true,
  parallel: true,
  inclusive: true,
  eventBased: true,
  complex: true,
  catch: true,
  throw: true,
  boundary: true,
  subProcess: true,
  eventSubProcess: true,
  transaction: true,
  adHoc: true,
  callActivity: true,
  plan: true,
};

/** Every kind of step, in the order of a palette. */
export const NODE_KINDS: readonly Node["kind"][] = Object.keys(KINDS) as Node["kind"][];

/** Kinds of work: what takes time, may carry boundary events and may be done several times. */
const ACTIVITIES = {
  userTask: true,
  approval: true,
  serviceTask: true,
  scriptTask: true,
  businessRuleTask: true,
  sendTask: true,
  receiveTask: true,
  manualTask: true,
  subProcess: true,
  transaction: true,
  adHoc: true,
  callActivity: true,
  plan: true,
} as const satisfies Partial<Record<Node["kind"], true>>;

/** Kinds that hold steps and lines of their own. */
const CONTAINERS = {
  subProcess: true,
  eventSubProcess: true,
  transaction: true,
  adHoc: true,
  plan: true,
} as const satisfies Partial<Record<Node["kind"], true>>;

export type ActivityNode = Extract<Node, { kind: keyof typeof ACTIVITIES }>;

export type ContainerNode = Extract<Node, { kind: keyof typeof CONTAINERS }>;

export function isActivity(node: Node): node is ActivityNode {
  return Object.hasOwn(ACTIVITIES, node.kind);
}

export function isContainer(node: Node): node is ContainerNode {
  return Object.hasOwn(CONTAINERS, node.kind);
}
