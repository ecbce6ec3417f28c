import type { Effect, JsonObject } from "@flowright/engine";
import { v7 as uuidv7 } from "uuid";
import { type LoadedProgram, nodeNameOf } from "../program-cache.ts";
import type { InstanceRow } from "../turn-request.ts";
import {
  type BatchChanges,
  type DeliveryInsert,
  type Put,
  rowKey,
  type TaskChange,
  type WaitKey,
} from "./batch-changes.ts";

/** The turn whose effects are recorded. */
export interface EffectPlace {
  readonly tenant: string;
  readonly instance: string;
  readonly now: string;
  readonly program: LoadedProgram;
  readonly paused: boolean;
  readonly actor: string | null;
  /** The lowest number that this turn gave to a task or anything else that waits. */
  readonly firstNumber: number;
  /** Node of a task that this turn touched. */
  nodeOfTask(task: number): string;
  /** Attempts of the job whose failure this turn reports; 0 otherwise. */
  readonly attempts: number;
  /** Reason of the return that this turn carries out, shown with the revision that it opens. */
  readonly returnReason: string | null;
  /** The case that called this one. */
  readonly parent: InstanceRow["parent"];
  /** The trace that its jobs belong to. */
  readonly traceparent: string | null;
  /** The case data after the turn. */
  readonly variables: () => JsonObject;
}

type Recorder<Kind extends Effect["kind"]> = (
  changes: BatchChanges,
  effect: Extract<Effect, { kind: Kind }>,
  place: EffectPlace,
) => void;

/** One entry per kind: a new kind of effect does not compile until it is written here. */
const recorders: { readonly [Kind in Effect["kind"]]: Recorder<Kind> } = {
  "task.open": (changes, effect, place) => {
    const key = waitKey(place, effect.task);
    changes.taskInserts.set(rowKey(key), {
      ...key,
      definitionId: place.program.definitionId,
      version: place.program.version,
      node: effect.node,
      name: JSON.stringify(nodeNameOf(place.program.nodes, effect.node)),
      type: effect.type,
      form: effect.form,
      due: effect.due,
      openedAt: place.now,
      assignee: effect.assignee,
      roles: effect.candidates.roles,
      people: effect.candidates.people,
      returnReason: effect.type === "revision" ? place.returnReason : null,
      waitsFor: effect.waitsFor ?? null,
      isNew: changes.taskInserts.get(rowKey(key))?.isNew ?? effect.task >= place.firstNumber,
      close: null,
    });
    // Nobody can do anything yet.
    if (effect.waitsFor !== undefined) return;
    changes.live.set(`task ${rowKey(key)}`, {
      tenant: place.tenant,
      topic: "tasks",
      people: effect.assignee === null ? effect.candidates.people : [effect.assignee],
      roles: effect.assignee === null ? effect.candidates.roles : [],
      change: {
        kind: "task.opened",
        task: rowKey(key),
        name: nodeNameOf(place.program.nodes, effect.node),
        instanceId: place.instance,
      },
    });
  },
  "task.update": (changes, effect, place) => {
    const key = waitKey(place, effect.task);
    const opened = changes.taskInserts.get(rowKey(key));
    const { roles, people } = effect.candidates;
    if (opened) Object.assign(opened, { assignee: effect.assignee, roles, people });
    else taskChange(changes, key).assign = { assignee: effect.assignee, roles, people };
    // Whoever saw it looks again; whoever has it now hears of it, unless he took it himself.
    changes.live.set(`closed ${rowKey(key)}`, {
      tenant: place.tenant,
      topic: "tasks",
      people: null,
      roles: null,
      change: { kind: "task.closed", task: rowKey(key), instanceId: place.instance },
    });
    if (effect.assignee !== null && effect.assignee === place.actor) return;
    changes.live.set(`task ${rowKey(key)}`, {
      tenant: place.tenant,
      topic: "tasks",
      people: effect.assignee === null ? people : [effect.assignee],
      roles: effect.assignee === null ? roles : [],
      change: {
        kind: "task.opened",
        task: rowKey(key),
        name: nodeNameOf(place.program.nodes, place.nodeOfTask(effect.task)),
        instanceId: place.instance,
      },
    });
  },
  "task.close": (changes, effect, place) => {
    const key = waitKey(place, effect.task);
    const close = {
      status: effect.status,
      at: place.now,
      by: effect.by,
      outcome: effect.outcome ?? null,
      comment: effect.comment ?? null,
    };
    const opened = changes.taskInserts.get(rowKey(key));
    if (opened) opened.close = close;
    else taskChange(changes, key).close = close;
    changes.live.delete(`task ${rowKey(key)}`);
    changes.live.set(`closed ${rowKey(key)}`, {
      tenant: place.tenant,
      topic: "tasks",
      // Whoever could see it may have it on the screen; a closed task's id tells nothing.
      people: null,
      roles: null,
      change: { kind: "task.closed", task: rowKey(key), instanceId: place.instance },
    });
  },
  "job.create": (changes, effect, place) => {
    const key = waitKey(place, effect.job);
    changes.jobs.set(rowKey(key), {
      row: {
        ...key,
        definitionId: place.program.definitionId,
        node: effect.node,
        type: effect.type,
        call: effect.call === null ? null : JSON.stringify(effect.call),
        input: JSON.stringify(effect.input),
        attempts: effect.attempts,
        backoff: effect.backoff,
        timeout: effect.timeout,
        openedAt: place.now,
        paused: place.paused,
        ...(place.traceparent === null ? {} : { traceparent: place.traceparent }),
      },
    });
  },
  "job.cancel": (changes, effect, place) => remove(changes.jobs, waitKey(place, effect.job)),
  "timer.schedule": (changes, effect, place) => {
    const key = waitKey(place, effect.timer);
    changes.timers.set(rowKey(key), {
      row: { ...key, node: effect.node, due: effect.due, openedAt: place.now, paused: place.paused },
    });
  },
  "timer.cancel": (changes, effect, place) => remove(changes.timers, waitKey(place, effect.timer)),
  "subscription.open": (changes, effect, place) => {
    const key = waitKey(place, effect.subscription);
    changes.subscriptions.set(rowKey(key), {
      row: {
        ...key,
        definitionId: place.program.definitionId,
        node: effect.node,
        type: effect.type,
        name: effect.name,
        key: effect.key,
        openedAt: place.now,
        paused: place.paused,
      },
    });
  },
  "subscription.close": (changes, effect, place) =>
    remove(changes.subscriptions, waitKey(place, effect.subscription)),
  "incident.raise": (changes, effect, place) => {
    const key = waitKey(place, effect.incident);
    changes.incidentInserts.set(rowKey(key), {
      ...key,
      definitionId: place.program.definitionId,
      version: place.program.version,
      node: effect.node,
      code: effect.code,
      params: JSON.stringify(effect.params),
      message: JSON.stringify(effect.message),
      detail: effect.detail === undefined ? null : JSON.stringify(effect.detail),
      job: effect.job ?? null,
      attempts: place.attempts,
      raisedAt: place.now,
      resolvedAt: null,
      resolvedBy: null,
    });
  },
  "incident.resolve": (changes, effect, place) => {
    const key = waitKey(place, effect.incident);
    const raised = changes.incidentInserts.get(rowKey(key));
    if (raised) Object.assign(raised, { resolvedAt: place.now, resolvedBy: effect.by });
    else changes.incidentResolves.set(rowKey(key), { ...key, at: place.now, by: effect.by });
  },
  "message.send": (changes, effect, place) =>
    send(changes, place, "message", effect.message, effect.name, effect.key, effect.data),
  "signal.send": (changes, effect, place) =>
    send(changes, place, "signal", effect.signal, effect.name, null, effect.data),
  "call.start": (changes, effect, place) => {
    const { version } = effect;
    const payload = {
      policy: version.type,
      node: effect.node,
      businessKey: effect.businessKey,
      variables: effect.variables,
    };
    tell(changes, place, {
      kind: "call.start",
      definitionId: effect.process,
      version: version.type === "fixed" ? version.number : null,
      instance: null,
      payload,
      sourceNumber: effect.call,
    });
  },
  "call.cancel": (changes, effect, place) =>
    tell(changes, place, {
      kind: "call.cancel",
      definitionId: place.program.definitionId,
      version: null,
      instance: null,
      payload: {},
      sourceNumber: effect.call,
    }),
  "caller.escalate": (changes, effect, place) => {
    const { code, message } = effect;
    tellCaller(changes, place, "call.escalate", { code, message });
  },
  "turn.continue": (changes, _effect, place) =>
    tell(changes, place, {
      kind: "turn.continue",
      definitionId: place.program.definitionId,
      version: null,
      instance: place.instance,
      payload: {},
      sourceNumber: 0,
    }),
  // The instance's own row carries its end; a case that was called tells the one that waits for it.
  "instance.end": (changes, effect, place) => {
    const { status, error } = effect;
    tellCaller(
      changes,
      place,
      "call.end",
      status === "cancelled" || error !== undefined
        ? { status, ...(error === undefined ? {} : { error }) }
        : { status, result: place.variables() },
    );
  },
};

/** Turns one effect into rows to write. */
export function recordEffect(changes: BatchChanges, effect: Effect, place: EffectPlace): void {
  const record = recorders[effect.kind] as Recorder<typeof effect.kind>;
  record(changes, effect as never, place);
}

/** Stored under an id made of the case and the number, so that it is sent once. */
function send(
  changes: BatchChanges,
  place: EffectPlace,
  type: "message" | "signal",
  number: number,
  name: string,
  key: string | null,
  data: JsonObject,
): void {
  const { tenant, instance } = place;
  changes.messages.push({
    tenant,
    id: `${instance}.${number}`,
    type,
    name,
    key,
    data,
    by: `case:${instance}`,
  });
}

function tell(
  changes: BatchChanges,
  place: EffectPlace,
  what: Omit<DeliveryInsert, "id" | "tenant" | "source">,
): void {
  changes.deliveries.push({ ...what, id: uuidv7(), tenant: place.tenant, source: place.instance });
}

function tellCaller(
  changes: BatchChanges,
  place: EffectPlace,
  kind: "call.end" | "call.escalate",
  payload: JsonObject,
): void {
  const { parent } = place;
  if (parent === null) return;
  changes.deliveries.push({
    id: uuidv7(),
    tenant: place.tenant,
    kind,
    definitionId: place.program.definitionId,
    version: null,
    instance: parent.id,
    payload,
    source: parent.id,
    sourceNumber: parent.call,
  });
}

function remove<Row>(rows: Map<string, Put<Row>>, key: WaitKey): void {
  rows.set(rowKey(key), { row: null, key });
}

function waitKey(place: EffectPlace, number: number): WaitKey {
  return { tenant: place.tenant, instance: place.instance, number };
}

function taskChange(changes: BatchChanges, key: WaitKey): TaskChange {
  const known = changes.taskChanges.get(rowKey(key));
  if (known) return known;
  const change: TaskChange = { ...key, assign: null, close: null };
  changes.taskChanges.set(rowKey(key), change);
  return change;
}
