import type { Json } from "../../contract/json.ts";
import type { Many } from "../../contract/state.ts";
import type { Evaluated } from "../../data/evaluate.ts";
import { placeValue } from "../../data/map-values.ts";
import { type Writes, write } from "../../data/scope-data.ts";
import type { LoopPart, NodeProgram } from "../../program/program.ts";
import { cancelTokensIn } from "../close-waits.ts";
import { raiseIncident } from "../incident.ts";
import { emit, placeOf, queue, type Turn } from "../turn.ts";
import { instancesOf, loopOf } from "./instance-of.ts";

/** The activity as a whole is done: its list of results is written, and what is still under way is cancelled. */
export function endInstances(turn: Turn, token: number, node: NodeProgram): void {
  const many = turn.draft.tokens[token]?.w?.many;
  const loop = loopOf(turn, token, node);
  if (many === undefined || loop === undefined) return;
  const place = placeOf(turn, token);
  const writes = resultsOf(turn, place.scope, loop, many);
  if (!writes.ok) {
    raiseIncident(turn, place, writes.failure, { do: "instances" });
    return;
  }
  for (const scope of instancesOf(turn, token)) cancelInstance(turn, token, scope);
  write(turn, writes.value, place);
  queue(turn, token, { do: "complete", ...(many.outcome === undefined ? {} : { outcome: many.outcome }) });
}

/** One instance is cancelled with everything in it. */
export function cancelInstance(turn: Turn, token: number, scope: number, by?: string): void {
  const place = turn.draft.scopes[scope]?.i ?? 0;
  cancelTokensIn(turn, scope);
  const at = placeOf(turn, token);
  emit(turn, { kind: "scope.cancelled", ...at, child: scope });
  emit(turn, { kind: "instance.terminated", ...at, place, ...(by === undefined ? {} : { by }) });
}

/** The list of results as it is written, in the order of the items; null for those that never completed. */
export function resultsOf(turn: Turn, scope: number, loop: LoopPart, many: Many): Evaluated<Writes> {
  if (loop.type === "standard" || loop.output === null) return { ok: true, value: new Map() };
  const { results = {}, total } = many;
  const list = Array.from({ length: total }, (_, place): Json => results[place] ?? null);
  return placeValue(turn, scope, loop.output.target, list);
}
