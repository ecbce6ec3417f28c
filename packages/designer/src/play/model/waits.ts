import type { WorkflowDefinition } from "@flowright/definition";
import {
  type CallStart,
  type InstanceState,
  type JobCreate,
  offersOf,
  statusOf,
  type TaskOpen,
  type Wait,
  waitsOf,
} from "@flowright/engine";
import type { StagedCase } from "@flowright/scenarios/stage";
import { indexOf } from "../../model/document/index-of.ts";

/** Something that is waited for; whoever plays decides what happens. */
export type PlayWait = WaitPlace &
  (
    | { readonly kind: "task"; readonly task: TaskOpen }
    | { readonly kind: "job"; readonly job: JobCreate }
    /** `due`: ISO instant. */
    | { readonly kind: "timer"; readonly due: string }
    | { readonly kind: "message" | "signal"; readonly name: string; readonly messageKey: string | null }
    | { readonly kind: "call"; readonly call: CallStart }
    | {
        readonly kind: "incident";
        readonly code: string;
        readonly message: { readonly en: string; readonly "zh-CN": string };
      }
  );

interface WaitPlace {
  /** Of its own, for lists. */
  readonly key: string;
  readonly node: string;
  /** Of a step that is done several times: which instance, from 1. */
  readonly index?: number | undefined;
  /** Name of the case as scenarios call it; absent for the first one. */
  readonly case?: string | undefined;
  /** It only accompanies another step, or listens: a case is not said to wait there. */
  readonly beside: boolean;
}

/** A step that people may begin by hand, or a block of such steps that they may end. */
export interface PlayOffer {
  readonly kind: "begin" | "finish";
  readonly node: string;
}

const BESIDE: ReadonlySet<string> = new Set(["boundary", "eventSubProcess", "start"]);

/** Everything that the cases wait for, the oldest of each case first. */
export function waitsIn(cases: readonly StagedCase[]): readonly PlayWait[] {
  return cases.flatMap((one, nth) => {
    if (statusOf(one.state) !== "active") return [];
    const { definition } = one.flow;
    return waitsOf(one.state).flatMap((wait): PlayWait[] => {
      const content = contentOf(wait, one);
      if (content === null) return [];
      const index = instanceOf(one.state, wait.scope);
      const node = indexOf(definition).nodes.get(wait.node)?.node;
      return [
        {
          key: `${nth} ${wait.kind} ${wait.id}`,
          node: wait.node,
          beside: isBeside(node?.kind),
          ...(index === null ? {} : { index }),
          ...(nth === 0 ? {} : { case: `${definition.id}#${nth + 1}` }),
          ...content,
        },
      ];
    });
  });
}

function isBeside(kind: string | undefined): boolean {
  return kind !== undefined && BESIDE.has(kind);
}

type Content<W> = W extends unknown ? Omit<W, keyof WaitPlace> : never;

function contentOf(wait: Wait, { rows }: StagedCase): Content<PlayWait> | null {
  switch (wait.kind) {
    case "task": {
      const task = rows.tasks.get(wait.id);
      return task ? { kind: "task", task } : null;
    }
    case "job": {
      const job = rows.jobs.get(wait.id);
      return job ? { kind: "job", job } : null;
    }
    case "timer": {
      const due = rows.timers.get(wait.id);
      return due === undefined ? null : { kind: "timer", due: new Date(due).toISOString() };
    }
    case "message":
    case "signal": {
      const row = rows.subscriptions.get(wait.id);
      return row ? { kind: wait.kind, name: row.name, messageKey: row.key } : null;
    }
    case "call": {
      const call = rows.calls.get(wait.id);
      return call ? { kind: "call", call } : null;
    }
    case "incident": {
      const row = rows.incidents.get(wait.id);
      return row
        ? { kind: "incident", code: row.code, message: row.message ?? { en: row.code, "zh-CN": row.code } }
        : null;
    }
  }
}

/** The number, from 1, of the innermost instance that a scope lies in; null where there is none. */
function instanceOf(state: InstanceState, scope: number): number | null {
  for (let id: number | null = scope; id !== null; ) {
    const inside: InstanceState["scopes"][string] | undefined = state.scopes[id];
    if (inside === undefined) return null;
    if (inside.i !== undefined) return inside.i + 1;
    id = inside.parent === null ? null : (state.tokens[inside.parent]?.s ?? null);
  }
  return null;
}

/** What people may begin or end by hand in the first case. */
export function offersIn(cases: readonly StagedCase[]): readonly PlayOffer[] {
  const [one] = cases;
  if (!one || statusOf(one.state) !== "active") return [];
  const steps = offersOf(one.flow.program, one.state);
  const blocks = [...new Set(steps.map(({ scope }) => scope))].flatMap((scope) => {
    const node = one.state.scopes[scope]?.node;
    return typeof node === "string" ? [{ kind: "finish" as const, node }] : [];
  });
  return [...steps.map(({ node }) => ({ kind: "begin" as const, node })), ...blocks];
}

/** Names of the messages or signals that steps of a flow wait for, each once. */
export function namesHeard(definition: WorkflowDefinition, kind: "message" | "signal"): readonly string[] {
  const names = new Set<string>();
  for (const { node } of indexOf(definition).nodes.values()) {
    if (kind === "message" && node.kind === "receiveTask") names.add(node.message.name);
    const event = node.kind === "start" ? node.trigger : "event" in node ? node.event : undefined;
    if (event?.type !== kind) continue;
    const heard = event.type === "message" ? event.message : event.signal;
    if (node.kind !== "throw") names.add(heard.name);
  }
  return [...names];
}
