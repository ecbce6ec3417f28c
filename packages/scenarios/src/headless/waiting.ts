import { type InstanceState, offersOf, statusOf, waitsOf } from "@flowright/engine";
import type { AloneCase } from "../alone/world.ts";
import type { KnownNodes } from "./flow/known-nodes.ts";

/** Something that a case waits for. */
export interface WaitingLine {
  readonly node: string;
  readonly kind?: string;
  readonly process: string;
  readonly scope: string;
  readonly token?: string;
  readonly for:
    | "task"
    | "job"
    | "timer"
    | "message"
    | "signal"
    | "condition"
    | "call"
    | "incident"
    | "branches"
    | "beginning"
    | "steps";
  readonly [detail: string]: unknown;
}

/** Everything that a case waits for, in the order in which it began to; `name` is the case's. */
export function waitingOf(one: AloneCase, name: string, known: KnownNodes): WaitingLine[] {
  const { state, flow } = one;
  const status = statusOf(state);
  if (status !== "active" && status !== "suspended") return [];
  const process = flow.definition.id;
  const at = (node: string, scope: number, token?: number) => {
    const kind = known.node(process, node)?.kind;
    return {
      node,
      ...(kind === undefined ? {} : { kind }),
      process,
      scope: `${name}.${scope}`,
      ...(token === undefined ? {} : { token: `${name}.${token}` }),
    };
  };
  const waits = waitsOf(state).map(({ kind, id, node, scope, token, announced }): WaitingLine => {
    const held = kind === "job" && known.node(process, node)?.kind !== "serviceTask";
    return {
      ...at(node, scope, token),
      for: announced === true ? "steps" : held ? "task" : kind,
      ...detailsOf(one, kind, id),
    };
  });
  const conditions = Object.entries(state.tokens).flatMap(([token, { s, w }]) =>
    Object.keys(w?.conds ?? {}).map(
      (node): WaitingLine => ({ ...at(node, s, Number(token)), for: "condition" }),
    ),
  );
  const offers = offersOf(flow.program, state).map(
    ({ node, scope }): WaitingLine => ({ ...at(node, scope), for: "beginning" }),
  );
  return [
    ...waits,
    ...conditions,
    ...joinsOf(state).map((join) => ({ ...at(join.node, join.scope), ...join.more })),
    ...offers,
  ];
}

function joinsOf(state: InstanceState) {
  return Object.entries(state.scopes).flatMap(([scope, { joins = {} }]) =>
    Object.entries(joins).map(([node, arrived]) => ({
      node,
      scope: Number(scope),
      more: { for: "branches" as const, arrived },
    })),
  );
}

function detailsOf({ rows }: AloneCase, kind: string, id: number): { readonly [name: string]: unknown } {
  switch (kind) {
    case "task": {
      const task = rows.tasks.get(id);
      if (task === undefined) return {};
      const { roles, people } = task.candidates;
      return {
        type: task.type,
        roles,
        people: task.assignee === null ? people : [task.assignee],
        ...(task.due === null ? {} : { due: task.due }),
        ...(task.waitsFor === undefined ? {} : { steps: task.waitsFor }),
      };
    }
    case "job": {
      const job = rows.jobs.get(id);
      return job === undefined ? {} : { type: job.type, input: job.input };
    }
    case "timer": {
      const due = rows.timers.get(id);
      return due === undefined ? {} : { due: new Date(due).toISOString() };
    }
    case "message":
    case "signal": {
      const row = rows.subscriptions.get(id);
      return row === undefined ? {} : { name: row.name, ...(row.key === null ? {} : { key: row.key }) };
    }
    case "incident": {
      const row = rows.incidents.get(id);
      return row === undefined ? {} : { code: row.code };
    }
    default:
      return {};
  }
}
