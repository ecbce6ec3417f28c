import type { JsonObject } from "../contract/json.ts";
import type { Move } from "../contract/move.ts";
import type { IncidentCode } from "../problem/incident-codes.ts";
import { incidentText, type Params } from "../problem/render.ts";
import { effect, emit, issue, type Place, type Turn } from "./turn.ts";

/** What stopped a token; told as an incident where it stands. */
export interface Failure {
  readonly code: IncidentCode;
  readonly params: Params;
}

interface More {
  readonly job?: number | undefined;
  readonly detail?: JsonObject | undefined;
}

/** Limits of the case as a whole: where one token meets one, thousands may in the same turn. */
const SHARED: ReadonlySet<IncidentCode> = new Set(["limit.steps", "limit.tokens"]);

/**
 * The token waits at its place for a retry, which does `retry` again. Further tokens that a limit of the case stops in
 * the same turn have no incident of their own: they go on together with the first.
 */
export function raiseIncident(
  turn: Turn,
  place: Place,
  failure: Failure,
  retry: Move,
  more: More = {},
): void {
  const first = turn.stopped.get(failure.code);
  if (first !== undefined && turn.draft.tokens[first.token]?.w?.incident === first.incident) {
    emit(turn, { kind: "token.held", ...place, incident: first.incident, retry });
    return;
  }
  // A token that the state has not seen yet brings its own id with this event.
  const incident = Math.max(issue(turn), place.token + 1);
  const { code, params } = failure;
  const message = incidentText(code, params);
  if (SHARED.has(code)) turn.stopped.set(code, { token: place.token, incident });
  const job = more.job === undefined ? {} : { job: more.job };
  emit(turn, {
    kind: "incident.raised",
    ...place,
    incident,
    code,
    params,
    message,
    ...job,
    ...(retry.do === "open" && retry.payload === undefined ? {} : { retry }),
  });
  effect(turn, {
    kind: "incident.raise",
    incident,
    node: place.node,
    code,
    params,
    message,
    ...job,
    ...(more.detail === undefined ? {} : { detail: more.detail }),
  });
}

export function resolveIncident(turn: Turn, place: Place, incident: number, by: string | null): void {
  turn.resolved = true;
  emit(turn, { kind: "incident.resolved", ...place, incident, by });
  effect(turn, { kind: "incident.resolve", incident, by });
}
