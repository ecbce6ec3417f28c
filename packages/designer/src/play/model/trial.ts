import type { Problem, WorkflowDefinition } from "@flowright/definition";
import {
  type Command,
  compile,
  type EngineEvent,
  type InstanceState,
  type InstanceStatus,
  type JobCreate,
  offersOf,
  type Program,
  statusOf,
  step,
  type TaskOpen,
} from "@flowright/engine";
import { indexOf } from "../../model/document/index-of.ts";

/** Something that the trial waits for; the person trying decides what happens. */
export type TrialWait =
  | { readonly kind: "task"; readonly node: string; readonly task: TaskOpen }
  | { readonly kind: "job"; readonly node: string; readonly job: JobCreate }
  | { readonly kind: "timer"; readonly node: string; readonly timer: number; readonly due: string }
  | {
      readonly kind: "message" | "signal";
      readonly node: string;
      readonly subscription: number;
      readonly name: string;
      readonly key: string | null;
    }
  | { readonly kind: "call"; readonly node: string; readonly call: CallStart }
  | {
      readonly kind: "incident";
      readonly node: string;
      readonly incident: number;
      readonly message: { readonly en: string; readonly "zh-CN": string };
    };

/** A flow being tried: the very engine that runs it later, with a clock that only moves when asked. */
export interface Trial {
  readonly program: Program;
  readonly definition: WorkflowDefinition;
  readonly state: InstanceState | null;
  /** ISO instant. */
  readonly now: string;
  readonly events: readonly EngineEvent[];
  readonly waits: readonly TrialWait[];
  /** Ids of steps and lines that something went through. */
  readonly done: ReadonlySet<string>;
}

export type TrialStart =
  | { readonly ok: true; readonly trial: Trial }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** A trial before its start, or what keeps the flow from running. */
export function trialOf(definition: WorkflowDefinition, now: string): TrialStart {
  const compiled = compile(definition);
  if (!compiled.ok) return compiled;
  return {
    ok: true,
    trial: {
      program: compiled.program,
      definition,
      state: null,
      now,
      events: [],
      waits: [],
      done: new Set(),
    },
  };
}

export type TrialStep =
  | { readonly ok: true; readonly trial: Trial }
  | { readonly ok: false; readonly problem: Problem };

/** What happens next, as decided; `at` moves the clock on (never back). */
export function tried(trial: Trial, command: Command, at: string = trial.now): TrialStep {
  let made = turned(trial, command, at);
  // More than one turn takes is gone on with at once, as the server does; the bound keeps a page alive.
  for (let turns = 0; made.ok && made.goesOn && turns < MOST_TURNS; turns++) {
    made = turned(made.trial, { kind: "turn.continue" }, made.trial.now);
  }
  return made;
}

const MOST_TURNS = 200;

function turned(
  trial: Trial,
  command: Command,
  at: string,
): { ok: true; trial: Trial; goesOn: boolean } | { ok: false; problem: Problem } {
  const now = at > trial.now ? at : trial.now;
  const result = step(trial.program, trial.state, command, {
    now,
    membersOf: (role) => madeUpMembers(trial.definition, role),
  });
  if (!result.ok) return result;
  const done = new Set(trial.done);
  for (const event of result.events) {
    if (event.kind === "edge.taken") done.add(event.edge);
    if (event.kind === "node.completed") done.add(event.node);
  }
  return {
    ok: true,
    goesOn: result.effects.some(({ kind }) => kind === "turn.continue"),
    trial: {
      ...trial,
      state: result.state,
      now,
      events: [...trial.events, ...result.events],
      waits: waitsAfter(trial.waits, result.effects),
      done,
    },
  };
}

/** The status of a trial, or null before its start. */
export function trialStatus(trial: Trial): InstanceStatus | null {
  return trial.state && statusOf(trial.state);
}

/** Who does a task in the trial: the person it is for, or a made-up member of its role. */
export function doerOf(trial: Trial, task: TaskOpen): string {
  const role = task.candidates.roles[0];
  return (
    task.assignee ??
    task.candidates.people[0] ??
    (role === undefined ? STARTER : (madeUpMembers(trial.definition, role)[0] ?? STARTER))
  );
}

/** The made-up person who starts a trial. */
export const STARTER = "me";

/** As many members as the approvals of that role need votes, at least one. */
function madeUpMembers(definition: WorkflowDefinition, role: string): readonly string[] {
  let needed = 1;
  for (const { node } of indexOf(definition).nodes.values()) {
    if (node.kind !== "approval" || node.who.type !== "role" || node.who.role !== role) continue;
    if (node.rule.type === "nOfM") needed = Math.max(needed, node.rule.n);
  }
  return Array.from({ length: needed }, (_, at) => (needed === 1 ? role : `${role} ${at + 1}`));
}

type CallStart = Extract<Effects[number], { kind: "call.start" }>;

type Effects = Extract<ReturnType<typeof step>, { ok: true }>["effects"];

function waitsAfter(before: readonly TrialWait[], effects: Effects): readonly TrialWait[] {
  let waits = [...before];
  for (const effect of effects) {
    switch (effect.kind) {
      case "task.open": {
        // A task that was announced is told again when what it waits for changes.
        const at = waits.findIndex((wait) => wait.kind === "task" && wait.task.task === effect.task);
        waits = waits.toSpliced(at < 0 ? waits.length : at, at < 0 ? 0 : 1, {
          kind: "task",
          node: effect.node,
          task: effect,
        });
        break;
      }
      case "task.close":
        waits = waits.filter((wait) => wait.kind !== "task" || wait.task.task !== effect.task);
        break;
      case "job.create":
        waits.push({ kind: "job", node: effect.node, job: effect });
        break;
      case "job.cancel":
        waits = waits.filter((wait) => wait.kind !== "job" || wait.job.job !== effect.job);
        break;
      case "timer.schedule":
        waits.push({ kind: "timer", node: effect.node, timer: effect.timer, due: effect.due });
        break;
      case "timer.cancel":
        waits = waits.filter((wait) => wait.kind !== "timer" || wait.timer !== effect.timer);
        break;
      case "call.start":
        waits.push({ kind: "call", node: effect.node, call: effect });
        break;
      case "call.cancel":
        waits = waits.filter((wait) => wait.kind !== "call" || wait.call.call !== effect.call);
        break;
      case "subscription.open":
        waits.push({
          kind: effect.type,
          node: effect.node,
          subscription: effect.subscription,
          name: effect.name,
          key: effect.key,
        });
        break;
      case "subscription.close":
        waits = waits.filter(
          (wait) =>
            (wait.kind !== "message" && wait.kind !== "signal") || wait.subscription !== effect.subscription,
        );
        break;
      case "incident.raise":
        waits.push({
          kind: "incident",
          node: effect.node,
          incident: effect.incident,
          message: effect.message,
        });
        break;
      case "incident.resolve":
        waits = waits.filter((wait) => wait.kind !== "incident" || wait.incident !== effect.incident);
        break;
      case "instance.end":
        waits = [];
        break;
      case "task.update":
        break;
    }
  }
  return waits;
}

/** A wait that its own command ended leaves no effect of its own: a job that answered, a timer that fired. */
export function without(trial: Trial, wait: TrialWait): Trial {
  return { ...trial, waits: trial.waits.filter((each) => each !== wait) };
}

/** The steps that people may begin by hand now, and the blocks of such steps that they may end. */
export function offersIn({ program, state }: Trial): {
  readonly steps: readonly { readonly scope: number; readonly node: string }[];
  readonly blocks: readonly { readonly scope: number; readonly node: string }[];
} {
  if (!state || statusOf(state) !== "active") return { steps: [], blocks: [] };
  const steps = offersOf(program, state);
  const scopes = [...new Set(steps.map(({ scope }) => scope))];
  return {
    steps,
    blocks: scopes.flatMap((scope) => {
      const node = state.scopes[scope]?.node;
      return typeof node === "string" ? [{ scope, node }] : [];
    }),
  };
}
