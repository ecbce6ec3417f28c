import type { BoundaryEvent } from "@flowright/definition";
import type { ProofMove } from "../proof.ts";

/** What the inside of a container can do to what is around it; moves lead there from its opening. */
export interface Exits {
  /** It can be done. */
  readonly done: readonly ProofMove[] | null;
  /** Errors by code that leave it. */
  readonly errors: ReadonlyMap<string, readonly ProofMove[]>;
  /** Work inside can fail with whatever code. */
  readonly anyError: readonly ProofMove[] | null;
  readonly escalations: ReadonlyMap<string, readonly ProofMove[]>;
  readonly cancel: readonly ProofMove[] | null;
  /** Whether a case can come through without anybody doing anything. */
  readonly waits: boolean;
}

/** A task: it is done by one move. */
export function exitsOfTask(node: string, fails: boolean): Exits {
  return {
    done: [{ do: "complete", node }],
    errors: new Map(),
    anyError: fails ? [] : null,
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
  exits: Pick<Exits, "errors" | "anyError" | "escalations">,
): readonly ProofMove[] | null {
  if (rivals.find(({ code }) => code === catching.code) !== catching) return null;
  const codes = catching.type === "error" ? exits.errors : exits.escalations;
  const any = catching.type === "error" ? exits.anyError : null;
  if (catching.code !== undefined) return codes.get(catching.code) ?? any;
  const other = [...codes].find(([code]) => !rivals.some((rival) => rival.code === code));
  return other?.[1] ?? any;
}

/** The errors and escalations of an activity that its boundary events let through. */
export function leftOver(
  exits: Exits,
  all: readonly BoundaryEvent[],
): Pick<Exits, "errors" | "anyError" | "escalations"> {
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
    anyError: errors.every ? null : exits.anyError,
    escalations: without(exits.escalations, escalations),
  };
}
