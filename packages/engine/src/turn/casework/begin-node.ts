import type { NodeProgram } from "../../program/program.ts";
import { emit, issue, queue, type Turn } from "../turn.ts";

/** A new token begins at a node without having come by an edge. */
export function beginNode(turn: Turn, scope: number, node: NodeProgram): number {
  const token = issue(turn);
  emit(turn, { kind: "node.entered", v: 1, node: node.id, scope, token });
  queue(turn, token, { do: "open" });
  return token;
}
