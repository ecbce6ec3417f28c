import type { WorkflowDefinition } from "@flowright/definition";
import {
  cancelCase,
  resumeCase,
  retryIncident,
  setVariables,
  startCase,
  suspendCase,
} from "../commands/case.ts";
import {
  addInstances,
  finishAdHoc,
  offersIn,
  removableInstances,
  removeInstance,
  startInAdHoc,
} from "../commands/casework.ts";
import { modify, repairs } from "../commands/modify.ts";
import {
  completeCall,
  completeJob,
  deliverEvent,
  escalateCall,
  failCall,
  failJob,
  fireTimer,
} from "../commands/outside.ts";
import { beginAddedStep, placesInPlan } from "../commands/plan.ts";
import { returnTargets, returnTo } from "../commands/return.ts";
import {
  askAlso,
  askingAt,
  askNoMore,
  assignTask,
  completeTask,
  handingOver,
  returnToInitiator,
} from "../commands/tasks.ts";
import { Flow } from "../flow.ts";
import { Game, MOST_MOVES } from "../game/game.ts";
import { newCase } from "../game/new-case.ts";
import type { CaseState, Listening, Scope, Token } from "../game/state.ts";
import { Data } from "../game/values.ts";
import { makeMove } from "../moves/make-move.ts";
import { withAddedSteps } from "../with-added-steps.ts";
import type { Action, AtWait, Casework } from "./action.ts";
import { isForEach, merged } from "./engine-side.ts";
import type { Order } from "./orders.ts";
import { rememberedAt, rememberedOf } from "./remembered.ts";
import {
  ageOf,
  nthOf,
  type Offer,
  pathText,
  type RepairAction,
  type ScopeOfView,
  type SeenWait,
  sortedJson,
  type View,
  waitingNode,
  waitKey,
} from "./view.ts";

type Held = SeenWait & { readonly place: { token?: number; scope?: number } };

const STATUS = { suspend: suspendCase, resume: resumeCase, cancel: cancelCase };

/** The reference interpreter, driven by actions and seen as a view. */
export class ReferenceSide {
  readonly #definition: WorkflowDefinition;
  /** Drawings with what was added to plans of the case, by that as JSON. */
  readonly #drawings = new Map<string, { readonly flow: Flow; readonly data: Data }>();
  readonly #membersOf: (role: string) => readonly string[];
  #state: CaseState;

  constructor(definition: WorkflowDefinition, now: string, membersOf: (role: string) => readonly string[]) {
    this.#definition = definition;
    this.#membersOf = membersOf;
    this.#state = newCase(null, now, false);
  }

  get #flow(): Flow {
    return this.#drawing.flow;
  }

  get #drawing(): { readonly flow: Flow; readonly data: Data } {
    const { added } = this.#state;
    const key = JSON.stringify(added);
    const known = this.#drawings.get(key);
    if (known) return known;
    const flow = new Flow(withAddedSteps(this.#definition, added));
    const made = { flow, data: new Data(flow) };
    this.#drawings.set(key, made);
    return made;
  }

  /** How the case stands, to come back to. */
  keep(): CaseState {
    return structuredClone(this.#state);
  }

  back(kept: CaseState): void {
    this.#state = structuredClone(kept);
  }

  /** Whether the last turn went round in a circle, or to where the text says nothing. */
  get lost(): boolean {
    return this.#state.moves > MOST_MOVES || this.#state.unwritten;
  }

  get isUnwritten(): boolean {
    return this.#state.unwritten;
  }

  /** Whether the last turn may have gone round in a circle until something else ended that. */
  get busy(): boolean {
    return this.#state.moves > 100;
  }

  act(action: Action, order: Order): void {
    if (action.do === "start") {
      this.#state = { ...newCase(action.by, this.#state.now, action.called), next: this.#state.next };
    }
    const state = this.#state;
    state.trace = [];
    state.told = [];
    state.moves = 0;
    state.cutShort = false;
    if (action.do === "fire" && action.now > state.now) state.now = action.now;
    const game = this.#game();
    game.order = (tokens) => order(tokens, state);
    this.#play(game, action);
  }

  #play(game: Game, action: Action): void {
    switch (action.do) {
      case "start": {
        const payload =
          action.type === "message" || action.type === "signal" ? { [action.type]: { a: 1 } } : {};
        startCase(game, structuredClone(action.variables), action.node, { payload });
        return;
      }
      case "set":
        setVariables(game, action.variables);
        return;
      case "suspend":
      case "resume":
      case "cancel":
        STATUS[action.do](game);
        return;
      default:
        if ("path" in action) this.#casework(game, action);
        else this.#playAt(game, action);
    }
  }

  #casework(game: Game, action: Casework): void {
    const scopes = [...this.#state.scopes.values()];
    const scope = scopes.find(({ id, instance }) => this.#path(id) === action.path && instance === null);
    if (scope === undefined) throw new Error(`There is no ${action.path}`);
    if (action.do === "begin") startInAdHoc(game, scope.id, action.node);
    else if (action.do === "end") finishAdHoc(game, scope.id);
    else if (action.do === "plan") {
      const { node, after, before } = action;
      const step = { plan: scope.of, node, after, before };
      this.#state.added.push(step);
      const changed = this.#game();
      changed.order = game.order;
      beginAddedStep(changed, step);
    } else if (action.do === "modify") modify(game, scope.id, action);
    else {
      const token = [...this.#state.tokens.values()].find(
        (one) => one.scope === scope.id && one.at === action.node && one.repetition !== null,
      );
      if (action.do === "add") addInstances(game, token?.id ?? -1, action.items);
      else removeInstance(game, token?.id ?? -1, action.index);
    }
  }

  /** What people may do beside what waits, where the name tells what is meant. */
  /** Scopes that have a name of their own. */
  #namedScopes(): { readonly scope: Scope; readonly path: string }[] {
    const scopes = [...this.#state.scopes.values()].map((scope) => ({ scope, path: this.#path(scope.id) }));
    return scopes.filter(({ path }) => scopes.filter((other) => other.path === path).length === 1);
  }

  #repairs(): RepairAction[] {
    const game = this.#game();
    return this.#namedScopes().flatMap(({ scope, path }) =>
      repairs(game, scope).map((repair): RepairAction => ({ do: "modify", path, ...repair })),
    );
  }

  #offers(): Offer[] {
    const game = this.#game();
    return this.#namedScopes().flatMap(({ scope, path }): Offer[] => {
      const { container } = this.#flow.place(scope.of);
      const isAdHoc = container?.kind === "adHoc" && scope.instance === null && !scope.revived;
      const ways = placesInPlan(game, scope);
      const tokens = [...this.#state.tokens.values()].filter(
        (token) =>
          token.scope === scope.id && token.repetition?.standard === false && token.incident === null,
      );
      const alone = tokens.filter(({ at }) => tokens.filter((other) => other.at === at).length === 1);
      return [
        ...offersIn(game, scope.id).map((node): Offer => ({ do: "begin", path, node })),
        ...(isAdHoc && !scope.closing ? [{ do: "end", path } as const] : []),
        ...(ways.length === 0 ? [] : [{ do: "plan", path, ways } as const]),
        ...alone.flatMap((token): Offer[] => [
          { do: "add", path, node: token.at },
          ...removableInstances(game, token.id).map(
            (index): Offer => ({ do: "remove", path, node: token.at, index }),
          ),
        ]),
      ];
    });
  }

  #game(): Game {
    return new Game(this.#flow, this.#drawing.data, this.#membersOf, this.#state, makeMove);
  }

  #playAt(game: Game, action: AtWait): void {
    const wait = this.#find(action.key, action.nth);
    const token = wait.place.token ?? -1;
    const message = "no answer";
    switch (action.do) {
      case "complete":
        completeTask(game, token, wait.id, action.by, action.data, action.outcome ?? undefined);
        return;
      case "claim":
        assignTask(game, token, wait.id, action.by);
        return;
      case "release":
        assignTask(game, token, wait.id, null);
        return;
      case "transfer":
        assignTask(game, token, wait.id, action.to);
        return;
      case "ask":
        askAlso(game, token, action.person);
        return;
      case "unask":
        askNoMore(game, token, wait.id);
        return;
      case "return":
        returnTo(game, token, action.to, action.way);
        return;
      case "revise":
        returnToInitiator(game, token);
        return;
      case "finish":
        if (wait.kind === "call") completeCall(game, token, action.result);
        else completeJob(game, token, action.result);
        return;
      case "fail":
        if (wait.kind === "call") failCall(game, token, action.code, message);
        else failJob(game, token, action.code, message);
        return;
      case "escalate":
        escalateCall(game, token, action.code, message);
        return;
      case "fire":
        fireTimer(game, wait.place, wait.id);
        return;
      case "deliver":
        deliverEvent(game, wait.place, wait.id, action.data);
        return;
      case "retry":
        retryIncident(game, token);
        return;
    }
  }

  view(): View {
    const { status, trace, told, scopes, cutShort } = this.#state;
    const all = [...scopes.values()];
    const mended = () => (status === "active" ? this.#repairs() : []);
    const offers = () => (status === "active" ? this.#offers() : []);
    return {
      status,
      waits: this.#waits(),
      variables: merged(all.map((scope) => [this.#path(scope.id), scope.vars] as const)),
      counted: [
        ...all.flatMap((scope) =>
          Object.entries(scope.counted).flatMap(([join, edges]) =>
            Object.entries(edges).map(
              ([edge, count]) => `${join} ${edge} ${count} in ${this.#path(scope.id)}`,
            ),
          ),
        ),
        ...[...this.#state.tokens.values()].flatMap(({ at, scope, repetition }) =>
          repetition && isForEach(this.#flow, at) && repetition.next + repetition.items.length > 0
            ? [`${at} ${repetition.items.length} instances in ${this.#path(scope)}`]
            : [],
        ),
      ].sort(),
      remembered: [
        ...all.flatMap((scope) => {
          const { silent, finished, closing, handled } = scope;
          const done = Object.keys(finished);
          return rememberedOf(this.#path(scope.id), { silent, done, ending: closing, handled });
        }),
        ...[...this.#state.tokens.values()].flatMap(({ at, scope, votes, backTo }) =>
          rememberedAt(at, this.#path(scope), votes, backTo ?? undefined),
        ),
      ].sort(),
      undoable: [
        ...all.flatMap(({ id, done }) =>
          done.length === 0 ? [] : [`${this.#path(id)} ${done.map(({ node }) => node).join()}`],
        ),
        ...[...this.#state.tokens.values()].flatMap(({ undo }) => {
          const left = (undo ?? []).flatMap((item) =>
            item.do === "entry" ? [item.entry.node] : item.do === "part" ? [item.node] : [],
          );
          return left.length === 0 ? [] : [`left: ${left.join()}`];
        }),
      ].sort(),
      trace,
      cutShort,
      // Asked of one view in many, because they take long.
      get offers() {
        return offers();
      },
      get repairs() {
        return mended();
      },
      told: told.map(({ type, name, key, data }) => `${type} ${name} ${key} ${sortedJson(data)}`),
    };
  }

  #waits(): Held[] {
    const { tokens, scopes } = this.#state;
    return [
      ...[...tokens.values()].flatMap((token) => this.#waitsOfToken(token)),
      ...[...scopes.values()].flatMap((scope) => this.#listening(scope, scope.id, { scope: scope.id })),
    ];
  }

  #waitsOfToken(token: Token): Held[] {
    const place = { token: token.id };
    const at = (kind: SeenWait["kind"], id: number, label: string): Held => ({
      kind,
      id,
      age: ageOf(this.#flow, token.at, token.id, id),
      node: token.at,
      key: waitKey(kind, token.at, this.#path(token.scope), label),
      place,
    });
    const node = this.#flow.node(token.at);
    const game = this.#game();
    return [
      ...token.tasks.map((task) => ({
        ...at(
          "task",
          task.id,
          `${task.type} ${task.assignee ?? ""} of ${[...task.roles, ...task.people].join()}`,
        ),
        people: task.people,
        ...(task.type === "revision" ? {} : this.#returns(token)),
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
      ...this.#listening(token, token.scope, place),
    ];
  }

  #returns(token: Token): Pick<SeenWait, "targets" | "near" | "asking"> {
    const game = this.#game();
    const targets = returnTargets(game, token.id);
    const place = this.#flow.placeOf(token.at);
    const whole = this.#state.scopes.get(token.scope)?.instance === null;
    const near =
      whole && token.backTo === null ? targets.filter((id) => this.#flow.placeOf(id) === place) : [];
    return { targets, near, asking: askingAt(game, token.id, "dan") };
  }

  #listening(holder: Listening, scope: number, place: Held["place"]): Held[] {
    const path = this.#path(scope);
    const held = (
      kind: SeenWait["kind"],
      { id, node }: { id: number; node: string },
      label: string,
    ): Held => {
      const waiting = waitingNode(this.#flow, node);
      const age = ageOf(this.#flow, node, place.token ?? id, id);
      return { kind, id, age, node: waiting, key: waitKey(kind, waiting, path, label), place };
    };
    return [
      ...holder.timers.map((timer) => ({ ...held("timer", timer, timer.due), due: timer.due })),
      ...holder.subs.map((sub) => held(sub.type, sub, `${sub.name} ${sub.key}`)),
    ];
  }

  #path(scope: number): string {
    const chain: ScopeOfView[] = [];
    for (let found: Scope | undefined = this.#state.scopes.get(scope); found !== undefined; ) {
      const holder: Token | undefined =
        found.parent === null ? undefined : this.#state.tokens.get(found.parent);
      const node = found.of === "" || found.instance !== null ? (holder?.at ?? null) : found.of;
      chain.unshift({ node, instance: found.instance });
      found = holder === undefined ? undefined : this.#state.scopes.get(holder.scope);
    }
    return pathText(chain);
  }

  #find(key: string, nth: number): Held {
    const found = nthOf(this.#waits(), key, nth);
    if (found === undefined) throw new Error(`Nothing waits as ${key}`);
    return found;
  }
}
