import type { Field, Timer as TimerRule } from "@flowright/definition";
import type { Json } from "@flowright/expressions";
import { Failure } from "../game/failure.ts";
import type { Game } from "../game/game.ts";
import type { Listening, Scope, Token, Values } from "../game/state.ts";
import { firstDue } from "../game/timers.ts";

export const TEXT: Field = { type: "string" };

export const ONCE = { left: 0, every: null, first: null, times: 0 } as const;

export type Trigger =
  | { readonly type: "none" | "link" | "error" | "escalation" | "compensation" | "cancel" }
  | TimerRule
  | { readonly type: "message"; readonly message: { readonly name: string; readonly key?: string } }
  | { readonly type: "signal"; readonly signal: { readonly name: string } }
  | { readonly type: "condition"; readonly condition: string };

type Condition = { readonly condition: string };

/** Opens waits for events. A condition that holds already is met at rest, where it interrupts. */
export function listen(
  game: Game,
  holder: Token | Scope,
  events: readonly { id: string; event: unknown }[],
): void {
  const scope = "at" in holder ? game.scope(holder.scope) : holder;
  const open: Listening = { timers: [], subs: [], conditions: [] };
  for (const { id, event } of events as { id: string; event: Trigger }[]) {
    if (event.type === "timer") {
      const read = (source: string) => game.data.json(game.state, scope, source, {}, TEXT);
      open.timers.push({ id: game.id(), node: id, ...dueOf(game, event, id, read) });
    } else if (event.type === "message" || event.type === "signal") {
      const key = event.type === "message" ? keyOf(game, scope, event.message) : null;
      open.subs.push(subscriptionTo(game, id, event, key));
    } else if (event.type === "condition") {
      open.conditions.push({ node: id, holds: !isInterrupting(game, id) && isHolding(game, holder, id) });
    }
  }
  holder.timers.push(...open.timers);
  holder.subs.push(...open.subs);
  holder.conditions.push(...open.conditions);
}

function dueOf(game: Game, rule: TimerRule, node: string, read: (source: string) => Json) {
  const due = firstDue(rule, game.state.now, read);
  return isInterrupting(game, node) ? { ...due, ...ONCE } : due;
}

export function subscriptionTo(
  game: Game,
  node: string,
  event: Extract<Trigger, { type: "message" | "signal" }>,
  key: string | null,
) {
  const name = event.type === "message" ? event.message.name : event.signal.name;
  return { id: game.id(), node, type: event.type, name, key };
}

export function keyOf(
  game: Game,
  scope: Scope,
  message: { readonly name: string; readonly key?: string },
): string | null {
  if (message.key === undefined) return null;
  const value = game.data.json(game.state, scope, message.key);
  if (value === null || value === "") throw new Failure("message.no-key");
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** What the node of an event waits for. */
export function eventOf(game: Game, id: string): Trigger {
  const node = game.flow.node(id);
  if (node.kind === "catch" || node.kind === "boundary") return node.event as Trigger;
  if (node.kind === "receiveTask") return { type: "message", message: node.message };
  if (node.kind === "start") return (node.trigger ?? { type: "none" }) as Trigger;
  throw new Error(`${id} is no event`);
}

export function timerRule(game: Game, id: string): TimerRule {
  return eventOf(game, id) as TimerRule;
}

/** Whether the event of a node ends what it happens to. */
export function isInterrupting(game: Game, id: string): boolean {
  const node = game.flow.node(id);
  return node.kind === "boundary" || node.kind === "start" ? node.interrupting !== false : true;
}

/** Null or an error is "not yet". */
export function isHolding(game: Game, holder: Token | Scope, node: string): boolean {
  const scope = "at" in holder ? game.scope(holder.scope) : holder;
  const event = eventOf(game, node) as Condition;
  try {
    return game.data.condition(game.state, scope, event.condition);
  } catch (thrown) {
    if (thrown instanceof Failure) return false;
    throw thrown;
  }
}

export function openScope(
  game: Game,
  of: string,
  holder: Token | null,
  vars: Values,
  revived = false,
  instance: number | null = null,
): Scope {
  const scope: Scope = {
    id: game.id(),
    of,
    parent: holder?.id ?? null,
    instance,
    revived,
    vars,
    counted: {},
    silent: {},
    done: [],
    finished: {},
    closing: false,
    handled: false,
    timers: [],
    subs: [],
    conditions: [],
  };
  game.state.scopes.set(scope.id, scope);
  if (!revived && instance === null) listenForSubs(game, scope);
  return scope;
}

function listenForSubs(game: Game, scope: Scope): void {
  const starts = game.flow
    .eventSubProcesses(game.flow.place(scope.of))
    .flatMap((sub) => game.flow.startIn(game.flow.place(sub.id)) ?? []);
  listen(
    game,
    scope,
    starts.map(({ id, trigger }) => ({ id, event: trigger ?? { type: "none" } })),
  );
}
