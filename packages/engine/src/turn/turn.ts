import type { Effect } from "../contract/effect.ts";
import type { EngineEvent } from "../contract/event.ts";
import type { JsonObject } from "../contract/json.ts";
import type { Move } from "../contract/move.ts";
import type { Waits } from "../contract/state.ts";
import type { StepContext, StepLimits } from "../contract/step.ts";
import type { NodeProgram, Program } from "../program/program.ts";
import { applyEvent } from "../state/apply-event.ts";
import type { Draft } from "../state/draft.ts";

/** One thing to do, and the token that does it. */
export interface Work {
  readonly token: number;
  readonly move: Move;
}

/** Everything that one step works with. */
export interface Turn {
  /** That of the case alone, where steps were added to its plans. */
  program: Program;
  readonly draft: Draft;
  readonly ctx: StepContext;
  readonly limits: StepLimits;
  readonly events: EngineEvent[];
  readonly effects: Effect[];
  readonly queue: Work[];
  /** Tokens that there are now. */
  alive: number;
  /** Instances that have begun in this turn, by the token of their activity. */
  readonly begun: Map<number, number>;
  /** The first token that each limit of the case has stopped in this turn, and its incident. */
  readonly stopped: Map<string, { readonly token: number; readonly incident: number }>;
  /** An incident was resolved since tokens were looked for that had been stopped with it. */
  resolved: boolean;
  /** How many events had happened when conditions were asked last. */
  asked: number;
}

const LIMITS: StepLimits = {
  steps: 10_000,
  tokens: 10_000,
  depth: 20,
  variables: 1_048_576,
  value: 262_144,
  instances: 10_000,
  instancesAtOnce: 100,
};

export function beginTurn(program: Program, draft: Draft, ctx: StepContext): Turn {
  const { maxSteps } = program.definition.settings ?? {};
  const steps = maxSteps === undefined ? {} : { steps: Math.min(maxSteps, LIMITS.steps) };
  return {
    program,
    draft,
    ctx,
    limits: { ...LIMITS, ...steps, ...ctx.limits },
    events: [],
    effects: [],
    queue: [],
    alive: Object.keys(draft.tokens).length,
    begun: new Map(),
    stopped: new Map(),
    resolved: false,
    asked: 0,
  };
}

/** Says what happened, and changes the state by it. No event makes or ends another token than its own, but the last. */
export function emit(turn: Turn, event: EngineEvent): void {
  const { tokens } = turn.draft;
  const token = "token" in event ? event.token : null;
  const before = token !== null && tokens[token] !== undefined;
  turn.events.push(event);
  applyEvent(turn.draft, event);
  const after = token !== null && tokens[token] !== undefined;
  if (event.kind === "instance.ended") turn.alive = 0;
  else if (before !== after) turn.alive += after ? 1 : -1;
}

export function effect(turn: Turn, what: Effect): void {
  turn.effects.push(what);
}

export function queue(turn: Turn, token: number, move: Move): void {
  turn.queue.push({ token, move });
}

/** Where a token stands, for the events about it. */
export interface Place {
  readonly v: 1;
  readonly node: string;
  readonly scope: number;
  readonly token: number;
}

export function placeOf(turn: Turn, token: number, node?: string): Place {
  const state = turn.draft.tokens[token];
  return { v: 1, node: node ?? state?.n ?? "", scope: state?.s ?? 0, token };
}

export function nodeOf(turn: Turn, id: string): NodeProgram {
  const node = turn.program.nodes.get(id);
  if (node === undefined) throw new Error(`The program has no node ${id}`);
  return node;
}

/** Tokens of a scope, oldest first. */
export function tokensIn(turn: Turn, scope: number): number[] {
  const found: number[] = [];
  for (const id in turn.draft.tokens) if (turn.draft.tokens[id]?.s === scope) found.push(Number(id));
  return found;
}

/** Takes a new id; the event that carries it makes it known to the state. */
export function issue(turn: Turn): number {
  return turn.draft.next;
}

export const NO_DATA: JsonObject = {};

/** The token that waits with one of its rows of a kind, and what it noted of the row. */
export function waitingWith<K extends "tasks" | "timers" | "subs" | "signals">(
  turn: Turn,
  kind: K,
  id: number,
): { readonly token: number; readonly row: NonNullable<Waits[K]>[string] } | null {
  const { tokens } = turn.draft;
  for (const token in tokens) {
    const rows = tokens[token]?.w?.[kind] as NonNullable<Waits[K]> | undefined;
    if (rows === undefined || !Object.hasOwn(rows, id)) continue;
    return { token: Number(token), row: rows[id] as NonNullable<Waits[K]>[string] };
  }
  return null;
}
