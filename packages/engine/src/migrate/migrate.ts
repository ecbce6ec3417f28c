import type { Problem } from "@flowright/definition";
import type { Json, JsonObject } from "../contract/json.ts";
import type { InstanceState } from "../contract/state.ts";
import type { StepContext, StepResult } from "../contract/step.ts";
import { programOf, viewFrom, write } from "../data/scope-data.ts";
import { incidentText, migrationProblem } from "../problem/render.ts";
import type { Program } from "../program/program.ts";
import { arrivalsAt } from "../state/apply-event.ts";
import { draftOf } from "../state/draft.ts";
import { stored, unfolded } from "../state/waiting-steps.ts";
import { cancelToken } from "../turn/close-waits.ts";
import { joinsIn, scopesWithJoins } from "../turn/join/waiting-joins.ts";
import { openListeners } from "../turn/listen/open-listeners.ts";
import { openEvent, type PlannedEvent, plannedEvents } from "../turn/open/open-events.ts";
import { fireJoin } from "../turn/rest/fire-inclusive-joins.ts";
import { settle } from "../turn/settle.ts";
import { beginTurn, effect, emit, placeOf, type Turn } from "../turn/turn.ts";
import { mappingChecked } from "./check-migration.ts";
import { type EventChange, type EventRow, eventChanges } from "./event-changes.ts";
import { listenerChanges } from "./listener-changes.ts";
import type { Mapping, MigrationPlan } from "./mapping.ts";
import { blockersBefore, carryOverPlans } from "./plan-steps.ts";

/**
 * Carries a case to another version of its flow. Rows of what stays stay the very same; events that vanish close, new
 * ones open, and nothing that is done is done again. What cannot be mapped is refused by name.
 */
export function migrate(
  from: Program,
  to: Program,
  given: InstanceState,
  plan: MigrationPlan,
  ctx: StepContext & { readonly by: string },
): StepResult {
  const state = unfolded(given);
  const { mapping, problems } = mappingChecked(from, to, state, plan);
  const problem = problems.find(({ severity }) => severity === "error");
  if (problem !== undefined) return { ok: false, problem };
  const events = eventChanges(mapping, state);
  const listeners = listenerChanges(mapping, state);
  const before = beginTurn(mapping.from, draftOf(state), ctx);
  const opening = plannedOpening(before, events);
  if ("code" in opening) return { ok: false, problem: opening };

  for (const change of events) for (const row of change.closes) close(before, change.token, row);
  for (const { closes } of listeners) for (const token of closes) cancelToken(before, token);
  const blockers = blockersBefore(before, mapping);
  const turn: Turn = { ...before, program: mapping.to };
  emit(turn, { kind: "instance.migrated", v: 1, by: ctx.by, ...mapping.renames });
  for (const { token, events } of opening)
    for (const event of events) openEvent(turn, placeOf(turn, token), event);
  for (const { token, asks } of events) for (const node of asks) askAgain(turn, token, node);
  for (const { scope, inside, opens } of listeners)
    openListeners(turn, scope, { ...inside, listeners: opens });
  carryOverPlans(turn, mapping, blockers);
  giveDefaults(turn, mapping, state);
  fireFullJoins(turn);
  settle(turn);
  return { ok: true, state: stored(turn.draft), events: turn.events, effects: turn.effects };
}

/** What new events wait for, worked out before anything happens. */
function plannedOpening(
  turn: Turn,
  changes: readonly EventChange[],
): { readonly token: number; readonly events: readonly PlannedEvent[] }[] | Problem {
  const planned: { token: number; events: readonly PlannedEvent[] }[] = [];
  for (const { token, scope, opens } of changes) {
    for (const node of opens) {
      const events = plannedEvents([node], viewFrom(turn, scope));
      if (!events.ok) {
        const { en, "zh-CN": zh } = incidentText(events.failure.code, events.failure.params);
        return migrationProblem("migrate.event", node.id, { reason: en, "reason:zh-CN": zh });
      }
      planned.push({ token, events: events.value });
    }
  }
  return planned;
}

function close(turn: Turn, token: number, { kind, id, node }: EventRow): void {
  const place = { ...placeOf(turn, token), node };
  switch (kind) {
    case "timer":
      emit(turn, { kind: "timer.cancelled", ...place, timer: id });
      effect(turn, { kind: "timer.cancel", timer: id });
      return;
    case "message":
    case "signal":
      emit(turn, {
        kind: kind === "message" ? "message.closed" : "signal.closed",
        ...place,
        subscription: id,
      });
      effect(turn, { kind: "subscription.close", subscription: id });
      return;
    case "condition":
      emit(turn, { kind: "condition.closed", ...place });
  }
}

/** A condition that is worded in another way is asked at rest, like one that begins to be waited for. */
function askAgain(turn: Turn, token: number, node: string): void {
  const holds = turn.draft.tokens[token]?.w?.conds?.[node] === 1;
  emit(turn, { kind: "condition.awaited", ...placeOf(turn, token), node, holds });
}

/** Fields that the new version adds have their defaults, as if the scope had opened with them. */
function giveDefaults(turn: Turn, mapping: Mapping, state: InstanceState): void {
  for (const scope of Object.keys(state.scopes).map(Number)) {
    const { node = null, vars = {}, i: place } = state.scopes[scope] ?? {};
    if (place !== undefined) continue;
    const old = node === null ? mapping.from.root : mapping.from.nodes.get(node)?.child;
    const defaults = Object.entries(programOf(turn, scope).defaults as JsonObject);
    const added = defaults.filter(
      ([name]) => !Object.hasOwn(old?.fields ?? {}, name) && !Object.hasOwn(vars, name),
    );
    const values: { [name: string]: Json } = Object.fromEntries(added);
    if (added.length > 0)
      write(turn, new Map([[scope, values]]), { node: turn.draft.scopes[scope]?.node ?? "", token: null });
  }
}

/** A parallel join of which the new version awaits fewer branches may be full now. */
function fireFullJoins(turn: Turn): void {
  for (const scope of scopesWithJoins(turn)) {
    for (const join of joinsIn(turn, scope)) {
      if (join.kind !== "parallel") continue;
      const isFull = () => {
        const arrivals = arrivalsAt(
          turn.draft.scopes[scope] ?? { node: null, parent: null, vars: {} },
          join.id,
        );
        return join.incoming.every(({ id }) => Object.hasOwn(arrivals, id));
      };
      while (isFull()) fireJoin(turn, scope, join);
    }
  }
}
