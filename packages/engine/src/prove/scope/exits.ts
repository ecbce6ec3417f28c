import type { BoundaryEvent, Node } from "@flowright/definition";
import type { ProofMove } from "../proof.ts";
import type { ScopeTree } from "./scope-tree.ts";
import { canFail } from "./work.ts";

/** What the inside of a container can do to what is around it; moves lead there from its opening. */
export interface Exits {
  /** It can be done. */
  readonly done: readonly ProofMove[] | null;
  /** Scopes around, by path, that cannot be done any more where it is: it escalates to somebody who always fails there. */
  readonly dooms: readonly string[];
  /** Errors by code that leave it. */
  readonly errors: ReadonlyMap<string, readonly ProofMove[]>;
  /** Work inside that can fail. */
  readonly failures: readonly WorkFailure[];
  readonly escalations: ReadonlyMap<string, readonly ProofMove[]>;
  readonly cancel: readonly ProofMove[] | null;
  /** Whether a case can come through without anybody doing anything. */
  readonly waits: boolean;
  /** Nothing ever goes on inside: it is over as it opens. */
  readonly overAtOnce?: true;
  /** A called flow: what it tells of is not known here, so anything that a boundary waits for may come. */
  readonly tellsAnything?: true;
}

/** Work that can fail with any code but those that are caught on the way out. */
export interface WorkFailure {
  readonly moves: readonly ProofMove[];
  readonly except: readonly string[];
}

/** A task: it is done by one move. */
export function exitsOfTask(task: Node): Exits {
  return {
    done: [{ do: "complete", node: task.id, ...(task.kind === "approval" ? { outcome: "approved" } : {}) }],
    dooms: [],
    errors: new Map(),
    failures: canFail(task) ? [{ moves: [], except: [] }] : [],
    ...(task.kind === "callActivity" ? { tellsAnything: true } : {}),
    escalations: new Map(),
    cancel: null,
    waits: true,
  };
}

/** The moves that make a boundary event happen; null if it never does. */
export function movesTo(
  boundary: BoundaryEvent,
  exits: Exits,
  all: readonly BoundaryEvent[],
): ProofMove[] | null {
  const { event, id: node } = boundary;
  switch (event.type) {
    case "timer":
    case "message":
    case "signal":
    case "condition":
      return [{ do: event.type, node }];
    case "cancel":
      return exits.cancel && [...exits.cancel, { do: "cancel", node }];
    case "compensation":
      return null;
    case "error":
    case "escalation": {
      if (event.type === "escalation" && exits.tellsAnything) return [{ do: "escalation", node }];
      const rivals = all.flatMap((other) => (other.event.type === event.type ? [other.event] : []));
      const moves = thrown(event, rivals, exits);
      return moves && [...moves, { do: event.type, node }];
    }
  }
}

export interface Catching {
  readonly type: "error" | "escalation";
  /** Absent: any. */
  readonly code?: string;
}

/**
 * The moves that throw what one of several rivals catches: one that names the code goes before one that catches any, and
 * of the same the first. Null if nothing that it catches is thrown.
 */
export function thrown(
  catching: Catching,
  rivals: readonly Catching[],
  exits: Pick<Exits, "errors" | "failures" | "escalations">,
): readonly ProofMove[] | null {
  if (rivals.find(({ code }) => code === catching.code) !== catching) return null;
  const codes = catching.type === "error" ? exits.errors : exits.escalations;
  const failures = catching.type === "error" ? exits.failures : [];
  const { code: wanted } = catching;
  if (wanted !== undefined)
    return codes.get(wanted) ?? failures.find(({ except }) => !except.includes(wanted))?.moves ?? null;
  const other = [...codes].find(([code]) => !rivals.some((rival) => rival.code === code));
  return other?.[1] ?? failures[0]?.moves ?? null;
}

/** The errors and escalations of an activity that its boundary events let through. */
export function leftOver(
  exits: Exits,
  all: readonly BoundaryEvent[],
): Pick<Exits, "errors" | "failures" | "escalations"> {
  const caught = (type: "error" | "escalation") => {
    const events = all.flatMap(({ event }) => (event.type === type ? [event] : []));
    return {
      every: events.some(({ code }) => code === undefined),
      codes: new Set(events.flatMap(({ code }) => code ?? [])),
    };
  };
  const errors = caught("error");
  const escalations = caught("escalation");
  const without = (from: Exits["errors"], { every, codes }: typeof errors) =>
    new Map(every ? [] : [...from].filter(([code]) => !codes.has(code)));
  return {
    errors: without(exits.errors, errors),
    failures: errors.every ? [] : exits.failures.map((failure) => exceptFor(failure, errors.codes)),
    escalations: without(exits.escalations, escalations),
  };
}

/** A failure of work behind somebody who catches some codes. */
export function exceptFor({ moves, except }: WorkFailure, codes: Iterable<string>): WorkFailure {
  return { moves, except: [...new Set([...except, ...codes])] };
}

/** Failures with moves in front; of those that let the same codes through the first. */
export function addFailures(
  to: WorkFailure[],
  more: readonly WorkFailure[],
  before: readonly ProofMove[],
): void {
  for (const { moves, except } of more) {
    if (to.some((known) => known.except.every((code) => except.includes(code)))) continue;
    to.push({ moves: [...before, ...moves], except });
  }
}

/** Keeps the first way there. */
export function addMoves(
  to: Map<string, readonly ProofMove[]>,
  code: string,
  moves: readonly ProofMove[],
): void {
  if (!to.has(code)) to.set(code, moves);
}

/** What an activity throws and its own boundary events let through. */
export function leavingActivity(
  scope: ScopeTree,
  node: Node,
  inner: Exits | null,
): ReturnType<typeof leftOver> {
  return leftOver(inner ?? exitsOfTask(node), scope.boundaries.get(node.id) ?? []);
}
