import type { ActivityNode } from "@flowright/definition";
import type { Json } from "@flowright/expressions";
import { Failure } from "../game/failure.ts";
import type { Game } from "../game/game.ts";
import type { Repetition, Scope, Token } from "../game/state.ts";
import { cancelScope } from "./end.ts";
import { openScope } from "./listen.ts";

export function isRepeated(game: Game, token: Token, node: ActivityNode): boolean {
  return node.loop !== undefined && game.scope(token.scope).instance === null;
}

export function beginRepetition(game: Game, token: Token, node: ActivityNode): void {
  const scope = game.scope(token.scope);
  const { loop } = node;
  if (loop === undefined) return;
  const standard = loop.type === "standard";
  const items = standard ? [] : itemsOf(game, scope, loop.collection);
  const repetition: Repetition = {
    items,
    standard,
    next: 0,
    completed: 0,
    terminated: 0,
    outcome: null,
    removed: [],
    results: [],
    parts: [],
  };
  if (
    standard &&
    loop.testBefore === true &&
    !game.data.condition(game.state, scope, loop.condition, { index: 0 })
  ) {
    game.queue(token, { do: "leave" });
    return;
  }
  token.repetition = repetition;
  if (standard) openInstance(game, token, repetition);
  else if (items.length === 0) endRepetition(game, token, repetition);
  else openInstances(game, token, repetition);
}

function itemsOf(game: Game, scope: Scope, collection: string): Json[] {
  const value = game.data.json(game.state, scope, collection);
  if (Array.isArray(value)) return [...value];
  const count = typeof value === "number" ? value : Number.NaN;
  if (!Number.isInteger(count) || count < 0) throw new Failure("instances.no-list");
  return Array.from({ length: count }, (_, index) => index + 1);
}

export function instancesOf(game: Game, token: Token): Scope[] {
  return [...game.state.scopes.values()].filter(
    ({ parent, instance }) => parent === token.id && instance !== null,
  );
}

function openInstances(game: Game, token: Token, repetition: Repetition): void {
  const { loop } = game.flow.node(token.at) as ActivityNode;
  const sequential = loop?.type === "multiInstance" && loop.sequential === true;
  while (repetition.next < repetition.items.length) {
    if (repetition.removed.includes(repetition.next + 1)) repetition.next++;
    else if (sequential && instancesOf(game, token).length > 0) return;
    else openInstance(game, token, repetition);
  }
}

function openInstance(game: Game, token: Token, repetition: Repetition): void {
  const { loop } = game.flow.node(token.at) as ActivityNode;
  const index = ++repetition.next;
  const item =
    loop?.type === "multiInstance" ? { [loop.item ?? "item"]: repetition.items[index - 1] ?? null } : {};
  const { of } = game.scope(token.scope);
  const scope = openScope(game, of, token, { ...item, index }, false, index);
  game.queue(game.newToken(scope, token.at), { do: "body" });
}

export function instanceDone(game: Game, token: Token, scope: Scope, outcome: string | null): void {
  const holder = game.state.tokens.get(scope.parent ?? -1);
  const repetition = holder?.repetition;
  const { loop } = game.flow.node(token.at) as ActivityNode;
  if (!holder || !repetition || !loop) return;
  const place = (scope.instance ?? 1) - 1;
  const output = loop.type === "multiInstance" ? loop.output : undefined;
  const result = output ? game.data.json(game.state, scope, output.value) : null;
  const over =
    loop.type === "multiInstance"
      ? isEnough(game, scope, repetition, loop.completion, 1, instancesOf(game, holder).length - 1)
      : !isAgain(game, holder, repetition, loop);
  repetition.results[place] = result;
  if (outcome === "rejected" || repetition.standard || repetition.outcome === null)
    repetition.outcome = outcome;
  repetition.completed++;
  repetition.parts.push(...(token.repetition?.parts ?? []));
  game.state.trace.push(`done ${token.at}`);
  cancelScope(game, scope);
  if (over) endRepetition(game, holder, repetition);
  else if (loop.type === "standard") openInstance(game, holder, repetition);
  else {
    openInstances(game, holder, repetition);
    endRepetitionIfNoneLeft(game, holder, repetition);
  }
}

function isEnough(
  game: Game,
  scope: Scope,
  repetition: Repetition,
  completion: string | undefined,
  more: number,
  active: number,
): boolean {
  if (completion === undefined) return false;
  return game.data.condition(game.state, scope, completion, {
    numberOfInstances: repetition.items.length,
    numberOfActiveInstances: active,
    numberOfCompletedInstances: repetition.completed + more,
    numberOfTerminatedInstances: repetition.terminated,
  });
}

/** Asked outside of an instance: what cannot be worked out there does not hold. */
function isEnoughOutside(
  game: Game,
  scope: Scope,
  repetition: Repetition,
  completion: string | undefined,
  active: number,
): boolean {
  try {
    return isEnough(game, scope, repetition, completion, 0, active);
  } catch (thrown) {
    if (thrown instanceof Failure) return false;
    throw thrown;
  }
}

/** Whether another round begins. */
function isAgain(
  game: Game,
  holder: Token,
  repetition: Repetition,
  loop: { readonly condition: string; readonly maximum?: number },
): boolean {
  const rounds = repetition.next;
  if (rounds === loop.maximum) return false;
  return game.data.condition(game.state, game.scope(holder.scope), loop.condition, { index: rounds });
}

/** After people added or removed instances. */
export function askAgain(game: Game, token: Token, repetition: Repetition): void {
  const { loop } = game.flow.node(token.at) as ActivityNode;
  const completion = loop?.type === "multiInstance" ? loop.completion : undefined;
  const scope = game.scope(token.scope);
  const active = instancesOf(game, token).length;
  const over = repetition.completed > 0 && isEnoughOutside(game, scope, repetition, completion, active);
  if (over) {
    endRepetition(game, token, repetition);
    return;
  }
  openInstances(game, token, repetition);
  endRepetitionIfNoneLeft(game, token, repetition);
}

function endRepetitionIfNoneLeft(game: Game, token: Token, repetition: Repetition): void {
  const left = instancesOf(game, token).length + repetition.items.length - repetition.next;
  if (left === 0) endRepetition(game, token, repetition);
}

function endRepetition(game: Game, token: Token, repetition: Repetition): void {
  for (const scope of instancesOf(game, token)) cancelScope(game, scope);
  const { loop } = game.flow.node(token.at) as ActivityNode;
  if (loop?.type === "multiInstance" && loop.output) {
    const list = repetition.items.map((_, index) => repetition.results[index] ?? null);
    game.data.write(game.state, game.scope(token.scope), loop.output.target.split("."), list);
  }
  game.queue(token, { do: "leave", ...(repetition.outcome ? { outcome: repetition.outcome } : {}) });
}

/** An approval for each of nobody has no outcome: it needs a way on that is drawn for none in particular. */
export function refuseNobody(game: Game, token: Token, node: ActivityNode): void {
  const { loop } = node;
  if (node.kind !== "approval" || loop?.type !== "multiInstance" || !isRepeated(game, token, node)) return;
  const edges = game.flow.outgoing(node.id);
  if (edges.length === 0 || edges.some(({ outcome }) => outcome === undefined)) return;
  if (itemsOf(game, game.scope(token.scope), loop.collection).length === 0) throw new Failure("task.nobody");
}
