import {
  type Command,
  type EngineEvent,
  fold,
  type InstanceState,
  type Program,
  programFor,
  type StepContext,
  standingOf,
  step,
} from "@flowright/engine";
import { Flow } from "../flow.ts";
import type { Action, AtWait, Casework } from "./action.ts";
import { OpenRows } from "./open-rows.ts";
import { rememberedAt, rememberedOf } from "./remembered.ts";
import {
  ageOf,
  nthOf,
  pathText,
  type ScopeOfView,
  type SeenWait,
  sortedJson,
  type View,
  waitingNode,
  waitKey,
} from "./view.ts";

/** The engine, driven by actions and seen as a view. Throws where one of its own promises does not hold. */
export class EngineSide {
  readonly #program: Program;
  #flow: Flow;
  readonly #membersOf: StepContext["membersOf"];
  readonly #rows = new OpenRows();
  readonly #events: EngineEvent[] = [];
  #turn: readonly EngineEvent[] = [];
  #told: string[] = [];
  #state: InstanceState | null = null;
  now: string;

  constructor(program: Program, flow: Flow, now: string, membersOf: StepContext["membersOf"]) {
    this.#program = program;
    this.#flow = flow;
    this.#membersOf = membersOf;
    this.now = now;
  }

  /** Gives why the engine refused, or null. */
  act(action: Action): string | null {
    if (action.do === "fire") this.now = later(this.now, action.now);
    const command = this.#command(action);
    if (typeof command === "string") return command;
    const limits = { steps: 1000, tokens: 200 };
    const context = { now: this.now, membersOf: this.#membersOf, limits };
    const result = step(this.#program, this.#state, command, context);
    if (!result.ok) return `${result.problem.code}: ${result.problem.message.en}`;
    // As it comes back from a database.
    this.#state = JSON.parse(JSON.stringify(result.state)) as InstanceState;
    this.#turn = result.events;
    this.#events.push(...result.events);
    if (action.do === "plan") this.#flow = new Flow(programFor(this.#program, result.state).definition);
    this.#told = result.effects.flatMap((effect) => {
      if (effect.kind !== "message.send" && effect.kind !== "signal.send") return [];
      const key = effect.kind === "message.send" ? effect.key : null;
      return [`${effect.kind.split(".")[0]} ${effect.name} ${key} ${sortedJson(effect.data)}`];
    });
    this.#rows.follow(command, result.effects, result.state);
    return null;
  }

  /** What a restart does: the state is made from the events. */
  restart(): void {
    const folded = fold(this.#events);
    const [one, other] = [sortedJson(folded), sortedJson(this.#state)];
    if (one !== other) throw new Error(`The folded events are not the state:\n  ${one}\n  ${other}`);
    this.#state = folded;
  }

  view(): View {
    const state = this.#state;
    if (state === null) throw new Error("Not started");
    const scopes = Object.entries(state.scopes);
    const over = state.status !== "active" && state.status !== "suspended";
    const variables = scopes.map(([id, { vars }]) => [this.#path(Number(id)), vars] as const);
    return {
      status: state.status,
      waits: this.#waits(state),
      variables: merged(over ? variables.filter(([path]) => path === "/") : variables),
      counted: [...this.#instanceTotals(state), ...this.#joinCounts(state)].sort(),
      remembered: this.#remembered(state),
      undoable: [
        ...scopes.flatMap(([id, { undo = [] }]) =>
          undo.length === 0 ? [] : [`${this.#path(Number(id))} ${undo.map(({ n }) => n).join()}`],
        ),
        ...Object.values(state.tokens).flatMap(({ w }) => {
          const left = w?.undoing?.left ?? [];
          return left.length === 0 ? [] : [`left: ${left.map((entry) => entry.n).join()}`];
        }),
      ].sort(),
      trace: this.#turn.flatMap((event) => {
        if (event.kind === "edge.taken") return [`edge ${event.edge}`];
        return event.kind === "node.completed" ? [`done ${event.node}`] : [];
      }),
      told: this.#told,
    };
  }

  #remembered({ scopes, tokens }: InstanceState): string[] {
    return [
      ...Object.entries(scopes).flatMap(([id, { rest = {}, done = [], ending, handled }]) => {
        const path = this.#path(Number(id));
        return rememberedOf(path, { silent: rest, done, ending: ending === true, handled: handled === true });
      }),
      ...Object.values(tokens).flatMap(({ n, s, j, w }) => rememberedAt(n, this.#path(s), w?.votes ?? {}, j)),
    ].sort();
  }

  #joinCounts({ scopes }: InstanceState): string[] {
    return Object.entries(scopes).flatMap(([id, { joins = {} }]) =>
      Object.entries(joins).flatMap(([join, edges]) =>
        Object.entries(edges).map(([edge, count]) => `${join} ${edge} ${count} in ${this.#path(Number(id))}`),
      ),
    );
  }

  #instanceTotals({ tokens }: InstanceState): string[] {
    return Object.values(tokens).flatMap(({ n, s, w }) =>
      w?.many && isForEach(this.#flow, n) ? [`${n} ${w.many.total} instances in ${this.#path(s)}`] : [],
    );
  }

  /** Codes of the incidents of the last turn. */
  incidents(): string[] {
    return this.#turn.flatMap((event) => (event.kind === "incident.raised" ? [event.code] : []));
  }

  #waits(state: InstanceState): SeenWait[] {
    return this.#rows.all(state).map((row) => {
      const node = waitingNode(this.#flow, row.node);
      const age = ageOf(this.#flow, row.node, row.token, row.id);
      return { ...row, node, age, key: waitKey(row.kind, node, this.#path(row.scope), row.label) };
    });
  }

  #path(scope: number): string {
    const chain: ScopeOfView[] = [];
    for (let id: number | undefined = scope; id !== undefined; ) {
      const found: InstanceState["scopes"][string] | undefined = this.#state?.scopes[id];
      if (found === undefined) break;
      chain.unshift({ node: found.node, instance: found.i === undefined ? null : found.i + 1 });
      id = found.parent === null ? undefined : this.#state?.tokens[found.parent]?.s;
    }
    return pathText(chain);
  }

  #command(action: Action): Command | string {
    if (action.do === "start") return startCommand(action, this.#flow);
    if (action.do === "set") return { kind: "variables.set", variables: action.variables, by: "ann" };
    if (action.do === "suspend" || action.do === "resume")
      return { kind: `instance.${action.do}`, by: "ann" };
    if (action.do === "cancel") return { kind: "instance.cancel", by: "ann", reason: "not wanted" };
    return "path" in action ? this.#casework(action) : this.#answer(action);
  }

  #casework(action: Casework): Command | string {
    const by = "ann";
    const { scopes = {}, tokens = {} } = this.#state ?? {};
    const scope = Object.keys(scopes)
      .map(Number)
      .find((id) => this.#path(id) === action.path && scopes[id]?.i === undefined);
    if (scope === undefined) return `There is no ${action.path}`;
    if (action.do === "begin") return { kind: "adHoc.start", scope, node: action.node, by };
    if (action.do === "end") return { kind: "adHoc.finish", scope, by };
    if (action.do === "plan") {
      const { node, after, before } = action;
      return { kind: "plan.add", scope, node, after, before, by };
    }
    if (action.do === "modify") {
      const standing = this.#state === null ? [] : standingOf(this.#state);
      const cancel = standing.filter((one) => one.scope === scope && one.node === action.cancel);
      const start = action.start === null ? [] : [{ node: action.start, scope }];
      return {
        kind: "instance.modify",
        cancel: cancel.map(({ token }) => token),
        start,
        by,
        reason: "repair",
      };
    }
    const found = Object.entries(tokens).find(
      ([, { s, n, w }]) => s === scope && n === action.node && w?.many,
    );
    if (found === undefined) return `Nothing is done several times at ${action.node}`;
    const token = Number(found[0]);
    if (action.do === "add") return { kind: "instances.add", token, items: action.items, by };
    return { kind: "instances.remove", token, index: action.index, by };
  }

  #answer(action: AtWait): Command {
    const { id, kind } = this.#find(action.key, action.nth);
    switch (action.do) {
      case "complete": {
        const outcome = action.outcome ?? undefined;
        return {
          kind: "task.complete",
          task: id,
          by: action.by,
          data: action.data,
          outcome,
          comment: "seen",
        };
      }
      case "claim":
        return { kind: "task.claim", task: id, by: action.by };
      case "release":
        return { kind: "task.release", task: id, by: action.by };
      case "transfer":
        return { kind: "task.transfer", task: id, by: action.by, to: action.to, reason: "away" };
      case "ask":
        return { kind: "approval.add", task: id, by: "ann", person: action.person };
      case "unask":
        return { kind: "approval.remove", task: id, by: "ann", person: action.person };
      case "return": {
        const { by, to, way } = action;
        return { kind: "task.return", task: id, by, reason: "incomplete", to, way };
      }
      case "revise":
        return { kind: "task.return", task: id, by: action.by, reason: "incomplete" };
      case "finish":
        return kind === "call"
          ? { kind: "call.complete", call: id, result: action.result }
          : { kind: "job.complete", job: id, result: action.result };
      case "fail": {
        const failed = { code: action.code ?? undefined, message: "no answer" };
        return kind === "call"
          ? { kind: "call.fail", call: id, ...failed }
          : { kind: "job.fail", job: id, ...failed };
      }
      case "escalate":
        return { kind: "call.escalate", call: id, code: action.code, message: "no answer" };
      case "fire":
        return { kind: "timer.fire", timer: id };
      case "deliver": {
        const { name, messageKey: key } = this.#rows.awaitedBy(id);
        const told = { name, id: `id-${id}`, data: action.data };
        return kind === "signal"
          ? { kind: "signal.deliver", subscription: id, signal: told }
          : { kind: "message.deliver", subscription: id, message: { ...told, key } };
      }
      case "retry":
        return { kind: "incident.retry", incident: id, by: "ann" };
    }
  }

  #find(key: string, nth: number): SeenWait {
    if (this.#state === null) throw new Error("Not started");
    const found = nthOf(this.#waits(this.#state), key, nth);
    if (found === undefined) throw new Error(`Nothing waits as ${key}`);
    return found;
  }
}

/** Whether an activity is done for each of a list. */
export function isForEach(flow: Flow, id: string): boolean {
  const node = flow.node(id);
  return "loop" in node && node.loop?.type === "multiInstance";
}

function later(one: string, other: string): string {
  return [one, other].sort()[1] ?? one;
}

function startCommand(action: Extract<Action, { do: "start" }>, flow: Flow): Command {
  const { by, variables, node, type, called } = action;
  const begin = { kind: "instance.start" as const, by, variables, ...(called ? { called: {} } : {}) };
  if (node === null) return begin;
  const start = flow.node(node);
  const trigger = start.kind === "start" ? start.trigger : undefined;
  if (type === "message") {
    const name = trigger?.type === "message" ? trigger.message.name : "";
    return { ...begin, start: { node, message: { name, key: null, id: "first", data: { a: 1 } } } };
  }
  if (type === "signal") {
    const name = trigger?.type === "signal" ? trigger.signal.name : "";
    return { ...begin, start: { node, signal: { name, id: "first", data: { a: 1 } } } };
  }
  return { ...begin, start: type === "timer" ? { node, timer: true } : { node, condition: true } };
}

/** Variables by scope; scopes of one name are told apart by what they hold. */
export function merged(scopes: readonly (readonly [string, object])[]): Record<string, unknown> {
  const all: Record<string, string[]> = {};
  for (const [path, vars] of scopes) {
    if (Object.keys(vars).length > 0) all[path] = [...(all[path] ?? []), sortedJson(vars)].sort();
  }
  return all;
}
