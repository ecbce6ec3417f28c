import type { Approval } from "@flowright/definition";
import { write, writesOf } from "../../data/scope-data.ts";
import { cancelTask } from "../../turn/close-waits.ts";
import { type Place, queue, type Turn } from "../../turn/turn.ts";

export type Decision = "approved" | "rejected";

/** An approval is over as soon as its outcome is certain: whoever has not decided is asked no longer. */
export function endIfCertain(turn: Turn, place: Place, drawn: Approval, decision: Decision | null): void {
  const outcome = outcomeOf(turn, place.token, drawn, decision);
  if (outcome === null) return;
  for (const other of Object.keys(turn.draft.tokens[place.token]?.w?.tasks ?? {}))
    cancelTask(turn, place, Number(other), "outcome-certain");
  if (drawn.resultVariable !== undefined)
    write(turn, writesOf(turn, place.scope, { [drawn.resultVariable]: outcome }), place);
  queue(turn, place.token, { do: "complete", outcome });
}

/** `decision` is the one that was just made, null where only the people asked have changed. */
function outcomeOf(
  turn: Turn,
  token: number,
  { rule }: Approval,
  decision: Decision | null,
): Decision | null {
  if (rule.type === "any") return decision;
  const { votes = {}, tasks = {} } = turn.draft.tokens[token]?.w ?? {};
  const cast = Object.values(votes);
  const open = Object.keys(tasks).length;
  const approvals = cast.filter((vote) => vote === "approved").length;
  const needed = rule.type === "all" ? cast.length + open : rule.n;
  if (approvals >= needed) return "approved";
  return approvals + open < needed ? "rejected" : null;
}
