import type { Node } from "../generated/workflow.ts";

const KINDS: Readonly<Record<Node["kind"], true>> = {
  start: true,
  end: true,
  userTask: true,
  approval: true,
  serviceTask: true,
  scriptTask: true,
  receiveTask: true,
  exclusive: true,
  parallel: true,
  eventBased: true,
  catch: true,
  boundary: true,
  subProcess: true,
};

/** Every kind of step, in the order of a palette. */
export const NODE_KINDS: readonly Node["kind"][] = Object.keys(KINDS) as Node["kind"][];
