import { returnTargets } from "../commands/return.ts";
import { askingAt, handingOver } from "../commands/tasks.ts";
import type { Game } from "../game/game.ts";
import type { Listening, Scope, Token } from "../game/state.ts";
import { ageOf, nthOf, pathText, type ScopeOfView, type SeenWait, waitingNode, waitKey } from "./view.ts";

/** Something that waits in the reference, and where. */
export type Held = SeenWait & { readonly place: { token?: number; scope?: number } };

/** Everything that the case waits for. */
export function waitsIn(game: Game): Held[] {
  const { tokens, scopes } = game.state;
  return [
    ...[...tokens.values()].flatMap((token) => waitsOfToken(game, token)),
    ...[...scopes.values()].flatMap((scope) => listening(game, scope, scope.id, { scope: scope.id })),
  ];
}

/** The one of those of a name that is meant. */
export function waitOf(game: Game, key: string, nth: number): Held {
  const found = nthOf(waitsIn(game), key, nth);
  if (found === undefined) throw new Error(`Nothing waits as ${key}`);
  return found;
}

/** The name of a scope. */
export function pathIn(game: Game, scope: number): string {
  const chain: ScopeOfView[] = [];
  for (let found: Scope | undefined = game.state.scopes.get(scope); found !== undefined; ) {
    const holder: Token | undefined = found.parent === null ? undefined : game.state.tokens.get(found.parent);
    const node = found.of === "" || found.instance !== null ? (holder?.at ?? null) : found.of;
    chain.unshift({ node, instance: found.instance });
    found = holder === undefined ? undefined : game.state.scopes.get(holder.scope);
  }
  return pathText(chain);
}

function waitsOfToken(game: Game, token: Token): Held[] {
  const place = { token: token.id };
  const at = (kind: SeenWait["kind"], id: number, label: string): Held => ({
    kind,
    id,
    age: ageOf(game.flow, token.at, token.id, id),
    node: token.at,
    key: waitKey(kind, token.at, pathIn(game, token.scope), label),
    place,
  });
  const node = game.flow.node(token.at);
  return [
    ...token.tasks.map((task) => ({
      ...at(
        "task",
        task.id,
        `${task.type} ${task.assignee ?? ""} of ${[...task.roles, ...task.people].join()}`,
      ),
      people: task.people,
      ...(task.type === "revision" ? {} : returns(game, token)),
      ...handingOver(game, token.id, task.id),
      assignee: task.assignee,
      type: task.type,
    })),
    ...(token.job === null
      ? []
      : [at("job", token.job, node.kind === "serviceTask" ? (node.jobType ?? "system") : "")]),
    ...(token.call === null
      ? []
      : [at("call", token.call, node.kind === "callActivity" ? node.process : "")]),
    ...(token.incident === null ? [] : [at("incident", token.incident.id, token.incident.code)]),
    ...listening(game, token, token.scope, place),
  ];
}

function returns(game: Game, token: Token): Pick<SeenWait, "targets" | "near" | "asking"> {
  const targets = returnTargets(game, token.id);
  const place = game.flow.placeOf(token.at);
  const whole = game.state.scopes.get(token.scope)?.instance === null;
  const near = whole && token.backTo === null ? targets.filter((id) => game.flow.placeOf(id) === place) : [];
  return { targets, near, asking: askingAt(game, token.id, "dan") };
}

function listening(game: Game, holder: Listening, scope: number, place: Held["place"]): Held[] {
  const path = pathIn(game, scope);
  const held = (kind: SeenWait["kind"], { id, node }: { id: number; node: string }, label: string): Held => {
    const waiting = waitingNode(game.flow, node);
    const age = ageOf(game.flow, node, place.token ?? id, id);
    return { kind, id, age, node: waiting, key: waitKey(kind, waiting, path, label), place };
  };
  return [
    ...holder.timers.map((timer) => ({ ...held("timer", timer, timer.due), due: timer.due })),
    ...holder.subs.map((sub) => held(sub.type, sub, `${sub.name} ${sub.key}`)),
  ];
}
