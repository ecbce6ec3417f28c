import type { Command } from "../../contract/command.ts";
import { refusal } from "../../problem/render.ts";
import { startableIn } from "../../program/container-steps.ts";
import { beginsAll, endAdHoc } from "../../turn/casework/ad-hoc.ts";
import { beginNode } from "../../turn/casework/begin-node.ts";
import { openContainer } from "../../turn/casework/container-of.ts";
import { isStill } from "../../turn/end-scope.ts";
import type { Turn } from "../../turn/turn.ts";
import type { Refused } from "../refused.ts";

type Of<K extends Command["kind"]> = Extract<Command, { kind: K }>;

/** Someone begins a step of an ad-hoc sub-process, as often as people like. */
export function startInAdHoc(turn: Turn, { scope, node }: Of<"adHoc.start">): Refused {
  const container = openContainer(turn, scope, "adHoc");
  if (container?.node.kind !== "adHoc" || container.child === null) return refusal("adHoc.not-open");
  const { ending, handled } = turn.draft.scopes[scope] ?? {};
  if (ending || handled) return refusal("adHoc.ending");
  const step = startableIn(container.child).find(({ id }) => id === node);
  if (step === undefined || beginsAll(container)) return refusal("adHoc.not-offered", { node });
  if (container.node.ordering === "sequential" && !isStill(turn, scope))
    return refusal("adHoc.one-at-a-time");
  const { tokens: limit } = turn.limits;
  if (turn.alive >= limit) return refusal("limit.tokens", { limit });
  beginNode(turn, scope, step);
  return null;
}

/** Someone ends an ad-hoc sub-process; what is under way is cancelled, or still awaited. */
export function finishAdHoc(turn: Turn, { scope }: Of<"adHoc.finish">): Refused {
  const container = openContainer(turn, scope, "adHoc");
  if (container === null) return refusal("adHoc.not-open");
  if (turn.draft.scopes[scope]?.ending) return refusal("adHoc.ending");
  endAdHoc(turn, scope, container);
  return null;
}
