import type { Command } from "../../contract/command.ts";
import { refusal } from "../../problem/render.ts";
import { beginNode } from "../../turn/casework/begin-node.ts";
import { cancelToken } from "../../turn/close-waits.ts";
import { emit, type Turn } from "../../turn/turn.ts";
import { wasUndoing } from "../../turn/undo/undo.ts";
import type { Refused } from "../refused.ts";
import { cancelledBy, notCancellable } from "./modify-cancel.ts";
import { whatIsLeft } from "./modify-left.ts";
import { type Begin, placesToBegin } from "./modify-start.ts";

type Modify = Extract<Command, { kind: "instance.modify" }>;

/** Repairs a case by hand: tokens end, nodes begin; nothing follows from that by itself. */
export function modify(turn: Turn, command: Modify): Refused {
  const { cancel, start, by, reason } = command;
  if (cancel.length === 0 && start.length === 0) return refusal("modify.nothing");
  if (reason.trim() === "") return refusal("task.reason-missing");
  for (const token of cancel) {
    const refused = notCancellable(turn, token);
    if (refused !== null) return refused;
  }
  const gone = cancelledBy(turn, cancel);
  const begins = placesToBegin(turn, start, gone);
  if (!begins.ok) return begins.problem;
  const refused = whatIsLeft(turn, gone, begins.begins) ?? noRoom(turn, gone.size, begins.begins);
  if (refused !== null) return refused;

  emit(turn, { kind: "instance.modified", v: 1, by, reason });
  for (const token of cancel) {
    const waiting = turn.draft.tokens[token]?.u;
    cancelToken(turn, token);
    wasUndoing(turn, waiting);
  }
  for (const { node, scope } of begins.begins) beginNode(turn, scope, node);
  return null;
}

function noRoom(turn: Turn, gone: number, begins: readonly Begin[]): Refused {
  const { tokens: limit } = turn.limits;
  const after = turn.alive - gone + begins.length;
  return after > limit ? refusal("limit.tokens", { limit }) : null;
}
