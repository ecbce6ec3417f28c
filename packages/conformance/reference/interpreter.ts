import type {
  ActivityNode,
  BoundaryEvent,
  Edge,
  EventSubProcess,
  Field,
  Mapping,
  MessageToSend,
  Node,
  SignalToSend,
  Timer as TimerRule,
} from "@flowright/definition";
import { isActivity } from "@flowright/definition";
import type { Json } from "@flowright/expressions";
import type { Flow, Place } from "./flow.ts";
import { Failure } from "./game/failure.ts";
import type {
  CaseState,
  Completion,
  Listening,
  Move,
  Repetition,
  Scope,
  Task,
  Token,
  UndoItem,
  Values,
} from "./game/state.ts";
import { firstDue, nextDue } from "./game/timers.ts";
import type { Data } from "./game/values.ts";

type Condition = { readonly condition: string };
/** Who catches an error or an escalation. */
type Catcher =
  | { readonly token: Token; readonly boundary: BoundaryEvent }
  | { readonly scope: Scope; readonly sub: EventSubProcess };

interface Happening {
  readonly payload?: Values;
  readonly caught?: { readonly code: string; readonly message: string };
}

/** More moves in one turn than any drawing of the tests needs without going round in a circle. */
export const MOST_MOVES = 1000;

/** Most gateways that are passed in one move. */
const DEEPEST = 100;

/**
 * The token game on plain data, for one case. Commands are methods; whatever they are given must be open. `order` says
 * which of several waiting moves is made next: what the text leaves open. All is scanned anew at every step.
 */
export class Interpreter {
  readonly flow: Flow;
  readonly state: CaseState;
  readonly #data: Data;
  readonly #membersOf: (role: string) => readonly string[];
  order: (tokens: readonly number[]) => number = () => 0;
  /** Gateways passed within each other in one move. */
  #depth = 0;

  constructor(flow: Flow, data: Data, membersOf: (role: string) => readonly string[], state: CaseState) {
    this.flow = flow;
    this.#data = data;
    this.#membersOf = membersOf;
    this.state = state;
  }

  // Commands

  start(variables: Values, startNode: string | null, happening: Happening = {}): void {
    const start =
      startNode === null
        ? this.flow.place("").nodes.find((node) => node.kind === "start" && isPlain(node))
        : this.flow.node(startNode);
    if (start?.kind !== "start") throw new Error("There is no start");
    const scope = this.#openScope("", null, { ...this.#data.defaults(""), ...variables });
    const token = this.#newToken(scope, start.id);
    this.#queue(token, { do: "complete", ...happening });
    this.settle();
  }

  completeTask(tokenId: number, taskId: number, by: string, data: Values, outcome?: string): void {
    const token = this.#token(tokenId);
    const scope = this.#scope(token.scope);
    const task = token.tasks.find(({ id }) => id === taskId);
    if (task === undefined) throw new Error("The task is not open");
    for (const [name, value] of Object.entries(data))
      this.#data.write(this.state, scope, [name], value ?? null);
    token.tasks = token.tasks.filter((other) => other !== task);
    const node = this.flow.node(token.at);
    if (task.type === "revision") this.#queue(token, { do: "body" });
    else if (node.kind === "approval")
      this.#vote(token, by, outcome === "approved" ? "approved" : "rejected");
    else this.#queue(token, { do: "complete" });
    this.settle();
  }

  claim(tokenId: number, taskId: number, by: string): void {
    const task = this.#token(tokenId).tasks.find(({ id }) => id === taskId);
    if (task) task.assignee = by;
  }

  /** Back to the initiator, who revises; decisions so far are void. */
  returnToInitiator(tokenId: number): void {
    const token = this.#token(tokenId);
    token.votes = {};
    const { by } = this.state;
    token.tasks = [this.#newTask("revision", by, [], by === null ? [] : [by])];
    this.settle();
  }

  /** One more person is asked for a decision. */
  askAlso(tokenId: number, person: string): void {
    const token = this.#token(tokenId);
    token.tasks.push(this.#newTask("approval", person, [], [person]));
    this.#askRule(token);
    this.settle();
  }

  /** One who has not decided is no longer asked. */
  askNoMore(tokenId: number, taskId: number): void {
    const token = this.#token(tokenId);
    token.tasks = token.tasks.filter(({ id }) => id !== taskId);
    this.#askRule(token);
    this.settle();
  }

  /** Whether one more person may be asked, and whether one of those who have not decided may not be any more. */
  asking(tokenId: number, person: string): { readonly more: boolean; readonly fewer: boolean } {
    const { at, votes, tasks } = this.#token(tokenId);
    const node = this.flow.node(at);
    if (node.kind !== "approval" || node.rule.type === "any") return { more: false, fewer: false };
    const asked = [...Object.keys(votes), ...tasks.map(({ assignee }) => assignee)];
    const least = node.rule.type === "nOfM" ? node.rule.n : 1;
    return { more: !asked.includes(person), fewer: asked.length > least };
  }

  /** Steps that a task may be returned to: people's steps of its scope or around it that lead to where it stands. */
  returnTargets(tokenId: number): string[] {
    const targets: string[] = [];
    let token: Token | undefined = this.#token(tokenId);
    while (token !== undefined && token.undoFor === null) {
      const scope = this.#scope(token.scope);
      const { at } = token;
      const { container, nodes } = this.flow.place(scope.of);
      const ordered = container?.kind !== "plan" && container?.kind !== "adHoc";
      // What becomes of branches that a complex gateway awaits in silence is not written down.
      const silent = Object.keys(scope.silent).length > 0;
      if (scope.instance === null && !scope.revived && ordered && !silent) {
        const steps = nodes.filter(({ kind }) => kind === "userTask" || kind === "approval");
        targets.push(...steps.flatMap(({ id }) => (this.flow.leadsTo(id, at) && id !== at ? [id] : [])));
      }
      token = scope.parent === null ? undefined : this.state.tokens.get(scope.parent);
    }
    return targets;
  }

  returnTo(tokenId: number, to: string, way: "walk" | "jump"): void {
    const token = this.#token(tokenId);
    if (way === "jump") {
      const from = token.at;
      this.#closeAll(token);
      token.at = to;
      token.backTo = from;
      this.#enter(token);
    } else this.#walkBack(token, to);
    this.settle();
  }

  #walkBack(from: Token, to: string): void {
    const place = this.flow.placeOf(to).id;
    let scope = this.#scope(from.scope);
    while (scope.of !== place || scope.instance !== null) {
      scope = this.#scope(this.#token(scope.parent ?? -1).scope);
    }
    const ahead = this.flow.edgesAhead(to, null);
    const after = new Set([to, ...this.#nodesAhead(to)]);
    for (const token of this.#tokensIn(scope)) if (after.has(token.at)) this.#cancelToken(token);
    for (const [join, counts] of Object.entries(scope.counted)) {
      for (const edge of Object.keys(counts)) if (ahead.has(edge)) delete counts[edge];
      if (Object.keys(counts).length === 0) delete scope.counted[join];
    }
    this.#giveBack(scope, ahead, after);
    const token = this.#newToken(scope, to);
    token.undo = scope.done
      .filter(({ node }) => after.has(node))
      .map((entry): UndoItem => ({ do: "entry", scope: scope.id, entry }));
    scope.done = scope.done.filter(({ node }) => !after.has(node));
    token.opensAfterUndo = true;
    this.#queue(token, { do: "undo" });
  }

  /** Parallel joins ahead get back what branches had delivered that nothing else can deliver again. */
  #giveBack(scope: Scope, ahead: ReadonlySet<string>, after: ReadonlySet<string>): void {
    for (const { id, kind } of this.flow.place(scope.of).nodes) {
      if (kind !== "parallel" || !after.has(id) || !this.flow.isJoin(id)) continue;
      const standing = [...this.#standing(scope), ...Object.keys(scope.counted)];
      for (const edge of this.flow.incoming(id)) {
        if (ahead.has(edge.id) || scope.counted[id]?.[edge.id]) continue;
        if (standing.some((at) => at !== id && this.flow.edgesAhead(at, id).has(edge.id))) continue;
        scope.counted[id] = { ...scope.counted[id], [edge.id]: 1 };
      }
    }
  }

  /** What can come after a node: targets of edges, boundary events and links on the way. */
  #nodesAhead(from: string): string[] {
    const targets = [...this.flow.edgesAhead(from, null)].map((id) => this.flow.edge(id).target);
    const sources = [...this.flow.edgesAhead(from, null)].map((id) => this.flow.edge(id).source);
    return [...targets, ...sources];
  }

  completeJob(tokenId: number, result: Values): void {
    const token = this.#token(tokenId);
    token.job = null;
    this.#queue(token, { do: "complete", payload: { result: result as Json } });
    this.settle();
  }

  failJob(tokenId: number, code: string | null, message: string): void {
    const token = this.#token(tokenId);
    token.job = null;
    if (code === null) this.#incident(token, "job.failed", { do: "body" });
    else this.#throwError(token, code, message, { do: "body" });
    this.settle();
  }

  completeCall(tokenId: number, result: Values): void {
    const token = this.#token(tokenId);
    token.call = null;
    this.#queue(token, { do: "complete", payload: { result: result as Json } });
    this.settle();
  }

  failCall(tokenId: number, code: string | null, message: string): void {
    const token = this.#token(tokenId);
    token.call = null;
    if (code === null) this.#incident(token, "call.failed", { do: "body" });
    else this.#throwError(token, code, message, { do: "body" });
    this.settle();
  }

  escalateCall(tokenId: number, code: string, message: string): void {
    this.#escalate(this.#token(tokenId), code, message);
    this.settle();
  }

  /** A timer is due: `place` is where it waits. */
  fireTimer(place: { token?: number; scope?: number }, timerId: number): void {
    const holder = this.#holder(place);
    const timer = holder.timers.find(({ id }) => id === timerId);
    if (timer === undefined) throw new Error("The timer is not open");
    holder.timers = holder.timers.filter((other) => other !== timer);
    if (!this.#interrupts(timer.node)) {
      const next = nextDue(this.#timerRule(timer.node), timer);
      if (next) holder.timers.push({ id: this.#id(), node: timer.node, ...next });
    }
    this.#happen(place, timer.node, {});
    this.settle();
  }

  deliver(place: { token?: number; scope?: number }, subscriptionId: number, data: Values): void {
    const holder = this.#holder(place);
    const sub = holder.subs.find(({ id }) => id === subscriptionId);
    if (sub === undefined) throw new Error("Nothing waits for this");
    holder.subs = holder.subs.filter((other) => other !== sub);
    if (!this.#interrupts(sub.node)) holder.subs.push({ ...sub, id: this.#id() });
    this.#happen(place, sub.node, { payload: { [sub.type]: data as Json } });
    this.settle();
  }

  retry(tokenId: number): void {
    const token = this.#token(tokenId);
    const { incident } = token;
    if (incident === null) throw new Error("There is no incident");
    token.incident = null;
    this.#queue(token, incident.retry);
    this.settle();
  }

  setVariables(values: Values): void {
    const root = [...this.state.scopes.values()].find(({ parent }) => parent === null);
    if (root) Object.assign(root.vars, structuredClone(values));
    this.settle();
  }

  suspend(): void {
    this.state.status = "suspended";
  }

  resume(): void {
    this.state.status = "active";
  }

  cancel(): void {
    this.#endCase("cancelled");
  }

  startInAdHoc(scopeId: number, node: string): void {
    this.#enter(this.#newToken(this.#scope(scopeId), node));
    this.settle();
  }

  finishAdHoc(scopeId: number): void {
    const scope = this.#scope(scopeId);
    const { container } = this.flow.place(scope.of);
    if (container?.kind === "adHoc" && container.cancelRemaining === false) {
      scope.closing = true;
      this.#maybeEnd(scope);
    } else this.#endScope(scope);
    this.settle();
  }

  /** The nodes that people may begin now in an ad-hoc container. */
  offers(scopeId: number): string[] {
    const scope = this.#scope(scopeId);
    const { container } = this.flow.place(scope.of);
    const oneAtATime = container?.kind === "adHoc" && container.ordering === "sequential";
    if (oneAtATime && this.#tokensIn(scope).length > 0) return [];
    return this.#mayBegin(scope).map(({ id }) => id);
  }

  addInstances(tokenId: number, items: readonly Json[]): void {
    const token = this.#token(tokenId);
    const { repetition } = token;
    if (repetition === null) throw new Error("It is not done several times");
    repetition.items.push(...items);
    this.#askAgain(token, repetition);
    this.settle();
  }

  /** Cancels an instance, also before its turn has come; numbers and places of the others stay. */
  removeInstance(tokenId: number, index: number): void {
    const token = this.#token(tokenId);
    const { repetition } = token;
    if (repetition === null) throw new Error("It is not done several times");
    const scope = this.#instances(token).find(({ instance }) => instance === index);
    if (scope) this.#cancelScope(scope);
    else repetition.removed.push(index);
    repetition.terminated++;
    this.#askAgain(token, repetition);
    this.settle();
  }

  /** Numbers of the instances that may be removed. */
  removable(tokenId: number): number[] {
    const token = this.#token(tokenId);
    const { repetition } = token;
    if (repetition === null) return [];
    const open = this.#instances(token).flatMap(({ instance }) => instance ?? []);
    const toCome = repetition.items.map((_, index) => index + 1).slice(repetition.next);
    const all = [...open, ...toCome.filter((index) => !repetition.removed.includes(index))];
    // The last one who decides stays.
    return this.flow.node(token.at).kind === "approval" && all.length < 2 ? [] : all;
  }

  // Turns

  /** Moves until every token waits; then what happens at rest, until nothing more happens. */
  settle(): void {
    const { state } = this;
    do {
      while (state.queue.length > 0) {
        const [next] = state.queue.splice(this.#pick(state.queue.map(({ token }) => token)), 1);
        const token = next && state.tokens.get(next.token);
        if (next === undefined || token === undefined) continue;
        if (++state.moves > MOST_MOVES) return;
        try {
          this.#move(token, next.move);
        } catch (thrown) {
          if (!(thrown instanceof Failure)) throw thrown;
          if (state.tokens.has(token.id)) this.#incident(token, thrown.code, next.move);
        }
      }
    } while ((state.status === "active" || state.status === "suspended") && this.#atRest());
  }

  /** Which of several tokens, or scopes, is next. */
  #pick(holders: readonly number[]): number {
    return holders.length > 1 ? this.order(holders) : 0;
  }

  #queue(token: Token, move: Move): void {
    this.state.queue.push({ token: token.id, move });
  }

  /** Does one thing that is done at rest only; false where there is none. */
  #atRest(): boolean {
    return this.#askConditions() || this.#fireInclusive() || this.#findDeadJoins();
  }

  #askConditions(): boolean {
    const { tokens, scopes } = this.state;
    const places = [
      ...[...tokens.keys()].map((token) => ({ token, age: token })),
      ...[...scopes.keys()].map((scope) => ({ scope, age: scope })),
    ].sort((one, other) => one.age - other.age);
    const asked: { place: (typeof places)[number]; node: string }[] = [];
    for (const place of places) {
      const holder = this.#holder(place);
      for (const condition of holder.conditions) {
        const holds = this.#holds(holder, condition.node);
        if (holds && !condition.holds) asked.push({ place, node: condition.node });
        else condition.holds = holds;
      }
    }
    if (asked.length === 0) return false;
    // All that hold happen before anything moves on, but what one of them has ended.
    while (asked.length > 0) {
      const [next] = asked.splice(this.#pick(asked.map(({ place }) => place.age)), 1);
      const holder = next && this.#holderOrNone(next.place);
      const condition = holder?.conditions.find(({ node }) => node === next?.node);
      if (!next || !condition) continue;
      condition.holds = true;
      this.#happen(next.place, next.node, {});
    }
    return true;
  }

  /** Null or an error is "not yet". */
  #holds(holder: Token | Scope, node: string): boolean {
    const scope = "at" in holder ? this.#scope(holder.scope) : holder;
    const event = this.#eventOf(node) as Condition;
    try {
      return this.#data.condition(this.state, scope, event.condition);
    } catch (thrown) {
      if (thrown instanceof Failure) return false;
      throw thrown;
    }
  }

  #fireInclusive(): boolean {
    for (const scope of this.#scopesInnerFirst()) {
      for (const { id, kind } of this.flow.place(scope.of).nodes) {
        if (kind !== "inclusive" || scope.counted[id] === undefined) continue;
        const empty = this.flow.incoming(id).filter((edge) => !scope.counted[id]?.[edge.id]);
        const others = Object.keys(scope.counted).filter((join) => join !== id);
        const standing = [...this.#standing(scope), ...others];
        for (const node of this.#mayBegin(scope)) standing.push(node.id);
        const ahead = standing.map((at) => this.flow.edgesAhead(at, id));
        if (empty.some((edge) => ahead.some((edges) => edges.has(edge.id)))) continue;
        this.#fireJoin(scope, id);
        return true;
      }
    }
    return this.#fireInclusiveRound();
  }

  /** Nothing moves in a scope: joins that wait for each other round a loop do not hold an inclusive one up. */
  #fireInclusiveRound(): boolean {
    for (const scope of this.#scopesInnerFirst()) {
      if (this.#tokensIn(scope).length > 0 || scope.revived || this.#mayBegin(scope).length > 0) continue;
      for (const { id, kind } of this.flow.place(scope.of).nodes) {
        if (kind !== "inclusive" || scope.counted[id] === undefined) continue;
        const incoming = this.flow.incoming(id);
        const filled = (edge: { readonly id: string }) => Boolean(scope.counted[id]?.[edge.id]);
        const holds = Object.keys(scope.counted).some((other) => {
          if (other === id) return false;
          const ahead = this.flow.edgesAhead(other, id);
          const comesBy = (wanted: boolean) =>
            incoming.some((edge) => filled(edge) === wanted && ahead.has(edge.id));
          return comesBy(false) && !comesBy(true);
        });
        if (holds) continue;
        this.#fireJoin(scope, id);
        return true;
      }
    }
    return false;
  }

  #findDeadJoins(): boolean {
    for (const scope of this.#scopesInnerFirst()) {
      const join = this.flow.place(scope.of).nodes.find(({ id }) => scope.counted[id] !== undefined);
      if (join === undefined || this.#tokensIn(scope).length > 0 || scope.revived) continue;
      if (this.#mayBegin(scope).length > 0) continue;
      this.#incident(this.#newToken(scope, join.id), "join.never-fills", { do: "nothing" });
      return true;
    }
    return false;
  }

  #move(token: Token, move: Move): void {
    switch (move.do) {
      case "open":
        this.#open(token);
        return;
      case "body":
        this.#body(token);
        return;
      case "complete":
        this.#complete(token, move);
        return;
      case "leave":
        this.#leave(token, move.outcome);
        return;
      case "fork":
        this.#fork(
          token,
          move.edges.map((id) => this.flow.edge(id)),
        );
        return;
      case "assign": {
        const node = this.flow.node(token.at);
        if (node.kind !== "scriptTask") return;
        this.#data.map(this.state, this.#scope(token.scope), node.assignments);
        this.#queue(token, { do: "complete" });
        return;
      }
      case "count":
        this.#instanceDone(token, this.#scope(token.scope), move.outcome);
        return;
      case "arrive":
        this.#arrive(token, this.flow.edge(move.edge));
        return;
      case "undo":
        this.#undoNext(token);
        return;
      case "nothing":
        // A dead join is told again at rest, if nothing has changed.
        this.state.tokens.delete(token.id);
        return;
    }
  }

  // Lines, splits and joins

  #take(token: Token, edges: readonly Edge[], over: boolean): void {
    if (edges.length === 0) this.#die(token, over);
    else if (edges.length === 1) this.#fork(token, edges);
    else this.#queue(token, { do: "fork", edges: edges.map(({ id }) => id) });
  }

  /** The token goes on by the first edge, new ones by the others. */
  #fork(token: Token, edges: readonly Edge[]): void {
    const scope = this.#scope(token.scope);
    for (const [index, edge] of edges.entries()) {
      const one = index === 0 ? token : this.#newToken(scope, edge.source);
      one.undoFor = token.undoFor;
      this.state.trace.push(`edge ${edge.id}`);
      if (this.flow.isJoin(edge.target)) this.#queue(one, { do: "arrive", edge: edge.id });
      else this.#arrive(one, edge);
    }
  }

  #arrive(token: Token, edge: Edge): void {
    if (this.flow.isJoin(edge.target)) this.#count(token, edge);
    else {
      token.at = edge.target;
      if (this.#isPassed(edge.target)) this.#pass(token);
      else this.#enter(token);
    }
  }

  /** Gateways that wait for nothing are no stops. */
  #isPassed(id: string): boolean {
    return ["exclusive", "parallel", "inclusive"].includes(this.flow.node(id).kind);
  }

  #pass(token: Token): void {
    if (++this.state.moves > MOST_MOVES) return;
    // Choices that go round in a circle would go ever deeper.
    if (this.#depth > DEEPEST) {
      this.#queue(token, { do: "leave" });
      return;
    }
    this.#depth++;
    this.#attempt(token, { do: "leave" });
    this.#depth--;
  }

  /** Makes a move that is tried again by itself where it fails. */
  #attempt(token: Token, move: Move): void {
    try {
      this.#move(token, move);
    } catch (thrown) {
      if (!(thrown instanceof Failure)) throw thrown;
      this.#incident(token, thrown.code, move);
    }
  }

  #enter(token: Token): void {
    this.#queue(token, { do: "open" });
  }

  #count(token: Token, { id, target }: Edge): void {
    const scope = this.#scope(token.scope);
    const silent = scope.silent[target];
    if (silent?.includes(id)) {
      const left = silent.filter((awaited) => awaited !== id);
      if (left.length > 0) scope.silent[target] = left;
      else delete scope.silent[target];
    } else {
      const counts = scope.counted[target] ?? {};
      counts[id] = (counts[id] ?? 0) + 1;
      scope.counted[target] = counts;
    }
    this.#remove(token);
    while (this.#isMet(scope, this.flow.node(target))) this.#fireJoin(scope, target);
    this.#maybeEnd(scope);
  }

  #isMet(scope: Scope, node: Node): boolean {
    const counts = scope.counted[node.id];
    if (counts === undefined || scope.silent[node.id] !== undefined) return false;
    const arrived = Object.keys(counts).length;
    const awaited = this.flow.incoming(node.id).length;
    if (node.kind === "parallel") return arrived === awaited;
    if (node.kind !== "complex") return false;
    if (node.need.type === "count") return arrived >= node.need.count;
    return this.#data.condition(this.state, scope, node.need.condition, { arrived, awaited });
  }

  /** Uses one token of each filled edge. */
  #fireJoin(scope: Scope, join: string): void {
    const node = this.flow.node(join);
    const counts = scope.counted[join] ?? {};
    const awaited = this.flow
      .incoming(join)
      .map(({ id }) => id)
      .filter((id) => counts[id] === undefined);
    for (const edge of Object.keys(counts)) {
      counts[edge] = (counts[edge] ?? 1) - 1;
      if (counts[edge] === 0) delete counts[edge];
    }
    if (Object.keys(counts).length === 0) delete scope.counted[join];
    const token = this.#newToken(scope, join);
    if (node.kind === "complex" && awaited.length > 0) {
      if (node.rest === "cancel") this.#cancelToward(scope, join, awaited, token);
      else scope.silent[join] = awaited;
    }
    this.#queue(token, { do: "complete" });
  }

  #cancelToward(scope: Scope, join: string, awaited: readonly string[], but: Token): void {
    const comes = (at: string, along?: string) => {
      const ahead = this.flow.edgesAhead(at, join, along);
      return awaited.some((edge) => ahead.has(edge));
    };
    for (const token of this.#tokensIn(scope)) {
      const move = this.state.queue.find((next) => next.token === token.id)?.move;
      const along = move?.do === "arrive" ? move.edge : undefined;
      const back = token.backTo !== null && comes(token.backTo);
      if (token !== but && (comes(token.at, along) || back)) this.#cancelToken(token);
    }
    for (const other of Object.keys(scope.counted))
      if (other !== join && comes(other)) delete scope.counted[other];
  }

  /** All edges whose condition holds, and those without; else the default. All are asked before one is taken. */
  #severalOf(scope: Scope, edges: readonly Edge[]): Edge[] {
    const chosen = edges.filter(
      ({ condition, default: rest }) =>
        rest !== true && (condition === undefined || this.#data.condition(this.state, scope, condition)),
    );
    const taken = chosen.length > 0 ? chosen : edges.filter((edge) => edge.default === true);
    if (taken.length === 0 && edges.length > 0) throw new Failure("choice.none-holds");
    return taken;
  }

  /** The first edge whose condition holds; else the default. */
  #oneOf(scope: Scope, edges: readonly Edge[]): Edge[] {
    for (const edge of edges) {
      if (edge.default === true) continue;
      if (edge.condition === undefined || this.#data.condition(this.state, scope, edge.condition))
        return [edge];
    }
    const rest = edges.find((edge) => edge.default === true);
    if (rest === undefined && edges.length > 0) throw new Failure("choice.none-holds");
    return rest ? [rest] : [];
  }

  // Steps

  /** What a node needs is worked out before anything of it opens. */
  #open(token: Token): void {
    const node = this.flow.node(token.at);
    if (isActivity(node)) {
      this.#openActivity(token, node);
      return;
    }
    switch (node.kind) {
      case "catch":
        this.#listen(token, [{ id: node.id, event: node.event }]);
        return;
      case "eventBased": {
        const events = this.flow
          .outgoing(node.id)
          .map(({ target }) => ({ id: target, event: this.#eventOf(target) }));
        this.#listen(token, events);
        return;
      }
      case "throw":
        this.#throwEvent(token, node);
        return;
      case "end":
        this.#end(token, node);
        return;
      default:
        this.#queue(token, { do: "complete" });
        return;
    }
  }

  #openActivity(token: Token, node: ActivityNode): void {
    const body = this.#isRepeated(token, node)
      ? { do: () => this.#repeat(token, node) }
      : this.#prepare(token, node);
    const boundaries = this.#scope(token.scope).instance === null ? this.flow.boundaries(node.id) : [];
    this.#listen(
      token,
      boundaries.map((boundary) => ({ id: boundary.id, event: boundary.event })),
    );
    body.do();
  }

  #body(token: Token): void {
    const node = this.flow.node(token.at) as ActivityNode;
    if (this.#isRepeated(token, node)) this.#repeat(token, node);
    else this.#prepare(token, node).do();
  }

  /** Works out what a task needs; gives what then opens it. */
  #prepare(token: Token, node: ActivityNode): { do: () => void } {
    const scope = this.#scope(token.scope);
    switch (node.kind) {
      case "userTask": {
        const { roles, people } = this.#candidates(scope, node.who);
        this.#deadline(scope, node);
        const assignee = roles.length === 0 && people.length === 1 ? (people[0] ?? null) : null;
        return { do: () => token.tasks.push(this.#newTask("work", assignee, roles, people)) };
      }
      case "approval": {
        const tasks = this.#approvers(scope, node);
        this.#deadline(scope, node);
        return {
          do: () => {
            token.votes = {};
            token.tasks = tasks.map(({ assignee, roles, people }) =>
              this.#newTask("approval", assignee, roles, people),
            );
          },
        };
      }
      case "serviceTask":
        this.#data.parameters(this.state, scope, node.input);
        return {
          do: () => {
            token.job = this.#id();
          },
        };
      case "callActivity":
        this.#data.parameters(this.state, scope, node.input);
        if (node.businessKey !== undefined) this.#data.value(this.state, scope, node.businessKey);
        return {
          do: () => {
            token.call = this.#id();
          },
        };
      case "receiveTask": {
        const event = { type: "message" as const, message: node.message };
        const key = this.#key(scope, node.message);
        return { do: () => token.subs.push(this.#subscription(node.id, event, key)) };
      }
      case "sendTask": {
        const send = this.#sending(scope, "message", node.message);
        return {
          do: () => {
            send();
            this.#queue(token, { do: "complete" });
          },
        };
      }
      case "scriptTask":
        return { do: () => this.#attempt(token, { do: "assign" }) };
      case "manualTask":
      case "businessRuleTask":
        return { do: () => this.#queue(token, { do: "complete" }) };
      default:
        return { do: () => this.#openContainer(token, node) };
    }
  }

  #complete(token: Token, { outcome, payload, caught }: Extract<Move, { do: "complete" }> & Happening): void {
    const node = this.flow.node(token.at);
    const scope = this.#scope(token.scope);
    if (caught) this.#writeCaught(token, node, caught);
    this.#data.map(this.state, scope, payload || node.kind === "userTask" ? outputOf(node) : [], payload);
    if (node.kind === "approval" && node.resultVariable !== undefined && outcome !== undefined) {
      this.#data.write(this.state, scope, node.resultVariable.split("."), outcome);
    }
    // What is written is not written again where the rest fails.
    if (scope.instance !== null) this.#attempt(token, { do: "count", outcome: outcome ?? null });
    else this.#attempt(token, { do: "leave", ...(outcome === undefined ? {} : { outcome }) });
  }

  #leave(token: Token, outcome: string | undefined): void {
    const node = this.flow.node(token.at);
    const scope = this.#scope(token.scope);
    const edges = this.#edgesOn(scope, node, outcome);
    const over = edges.length === 0 && this.#isAdHocOver(token);
    const parts = token.repetition?.parts ?? [];
    this.#closeAll(token);
    this.#noteCompletion(scope, node, parts);
    this.state.trace.push(`done ${node.id}`);
    const link = this.flow.linkTarget(node.id);
    if (link) {
      token.at = link.id;
      this.#queue(token, { do: "leave" });
      return;
    }
    const place = this.flow.place(scope.of);
    if (place.container?.kind === "plan") {
      // A boundary event that interrupts a step of a plan ends it like its completion.
      const step = node.kind === "boundary" ? node.attachedTo : node.id;
      if (node.kind !== "boundary" || node.interrupting !== false) scope.finished[step] = this.state.now;
      this.#remove(token);
      this.#freeSteps(scope);
      this.#maybeEnd(scope);
    } else if (token.backTo !== null) {
      token.at = token.backTo;
      token.backTo = null;
      this.#enter(token);
    } else this.#take(token, edges, over);
  }

  #edgesOn(scope: Scope, node: Node, outcome: string | undefined): Edge[] {
    const edges = this.flow.outgoing(node.id);
    if (this.flow.place(scope.of).container?.kind === "plan") return [];
    switch (node.kind) {
      case "exclusive":
        return this.#oneOf(scope, edges);
      case "inclusive":
      case "complex":
        return this.#severalOf(scope, edges);
      case "approval": {
        const drawn = edges.filter((edge) => edge.outcome === outcome);
        const open = drawn.length > 0 ? drawn : edges.filter((edge) => edge.outcome === undefined);
        if (open.length === 0 && edges.length > 0) throw new Failure("outcome.no-edge");
        return open;
      }
      default:
        return edges;
    }
  }

  #end(token: Token, node: Extract<Node, { kind: "end" }>): void {
    const scope = this.#scope(token.scope);
    const result = node.result ?? { type: "none" };
    switch (result.type) {
      case "error":
        this.#throwError(token, result.code, this.#text(scope, result), { do: "open" });
        return;
      case "escalation":
        if (this.#escalate(token, result.code, this.#text(scope, result))) return;
        this.#finish(token);
        return;
      case "message":
        this.#sending(scope, "message", result.message)();
        this.#finish(token);
        return;
      case "signal":
        this.#sending(scope, "signal", result.signal)();
        this.#finish(token);
        return;
      case "compensation":
        this.#undo(token, result.activity ?? null);
        return;
      case "terminate":
        this.state.trace.push(`done ${node.id}`);
        for (const other of this.#tokensIn(scope)) if (other !== token) this.#cancelToken(other);
        clearCounts(scope);
        this.#remove(token);
        if (scope.parent === null) this.#endCase("terminated");
        else this.#endScope(scope);
        return;
      case "cancel":
        this.#cancelTransaction(token);
        return;
      default:
        this.#finish(token);
        return;
    }
  }

  #finish(token: Token): void {
    const over = this.#isAdHocOver(token);
    this.state.trace.push(`done ${token.at}`);
    this.#die(token, over);
  }

  #throwEvent(token: Token, node: Extract<Node, { kind: "throw" }>): void {
    const scope = this.#scope(token.scope);
    const { event } = node;
    if (event.type === "message") this.#sending(scope, "message", event.message)();
    if (event.type === "signal") this.#sending(scope, "signal", event.signal)();
    if (event.type === "compensation") {
      this.#undo(token, event.activity ?? null);
      return;
    }
    if (event.type === "escalation" && this.#escalate(token, event.code, this.#text(scope, event))) return;
    this.#queue(token, { do: "leave" });
  }

  /** Works out key and payload; gives what then tells them. */
  #sending(scope: Scope, type: "message" | "signal", told: MessageToSend | SignalToSend): () => void {
    const key = "key" in told ? this.#key(scope, told) : null;
    const data = this.#data.parameters(this.state, scope, told.data);
    return () => this.state.told.push({ type, name: told.name, key, data });
  }

  /** What is told with an error or escalation: its code where nothing else is said. */
  #text(scope: Scope, { code, message: source }: { code: string; message?: string }): string {
    if (source === undefined) return code;
    const value = this.#data.json(this.state, scope, source);
    return typeof value === "string" ? value : JSON.stringify(value);
  }

  // Who does it

  #candidates(
    scope: Scope,
    who: Extract<Node, { kind: "userTask" }>["who"],
  ): { roles: string[]; people: string[] } {
    if (who.type === "role") return { roles: [who.role], people: [] };
    const people = this.#people(scope, who);
    if (people.length === 0) throw new Failure("task.nobody");
    return { roles: [], people };
  }

  #people(scope: Scope, who: Extract<Node, { kind: "userTask" }>["who"]): string[] {
    switch (who.type) {
      case "role":
        return [...this.#membersOf(who.role)];
      case "people":
        return [...new Set(who.people)];
      case "initiator":
        return this.state.by === null ? [] : [this.state.by];
      default: {
        const value = this.#data.json(this.state, scope, who.type === "field" ? who.field : who.value);
        const named = Array.isArray(value) ? value : [value];
        if (named.some((one) => one !== null && typeof one !== "string")) throw new Failure("task.nobody");
        return [...new Set(named.filter((one): one is string => typeof one === "string" && one !== ""))];
      }
    }
  }

  #approvers(scope: Scope, node: Extract<Node, { kind: "approval" }>): Omit<Task, "id" | "type">[] {
    if (node.rule.type === "any") {
      const { roles, people } = this.#candidates(scope, node.who);
      return [
        { assignee: roles.length === 0 && people.length === 1 ? (people[0] ?? null) : null, roles, people },
      ];
    }
    const people = this.#people(scope, node.who);
    if (people.length === 0) throw new Failure("task.nobody");
    if (node.rule.type === "nOfM" && people.length < node.rule.n) throw new Failure("approval.too-few");
    return people.map((person) => ({ assignee: person, roles: [], people: [person] }));
  }

  #vote(token: Token, by: string, vote: "approved" | "rejected"): void {
    token.votes[by] = vote;
    this.#askRule(token);
  }

  /** The outcome falls as soon as it is certain. */
  #askRule(token: Token): void {
    const node = this.flow.node(token.at);
    if (node.kind !== "approval") return;
    const all = Object.values(token.votes);
    const approved = all.filter((one) => one === "approved").length;
    const open = token.tasks.length;
    const people = all.length + open;
    const needed = node.rule.type === "any" ? 1 : node.rule.type === "all" ? people : node.rule.n;
    const certain =
      node.rule.type === "any"
        ? (all[0] ?? null)
        : approved >= needed
          ? "approved"
          : approved + open < needed
            ? "rejected"
            : null;
    if (certain === null) return;
    token.tasks = [];
    this.#queue(token, { do: "complete", outcome: certain });
  }

  #deadline(scope: Scope, { deadline }: Extract<Node, { kind: "userTask" | "approval" }>): void {
    if (deadline?.type === "duration") {
      firstDue({ type: "timer", duration: deadline.duration }, this.state.now, (source) =>
        this.#data.json(this.state, scope, source),
      );
    }
  }

  #newTask(
    type: Task["type"],
    assignee: string | null,
    roles: readonly string[],
    people: readonly string[],
  ): Task {
    return { id: this.#id(), type, assignee, roles, people };
  }

  // Events

  /** Opens waits for events. A condition that holds already is met at rest, where it interrupts. */
  #listen(holder: Token | Scope, events: readonly { id: string; event: unknown }[]): void {
    const scope = "at" in holder ? this.#scope(holder.scope) : holder;
    const open: Listening = { timers: [], subs: [], conditions: [] };
    for (const { id, event } of events as { id: string; event: Trigger }[]) {
      if (event.type === "timer") {
        const read = (source: string) => this.#data.json(this.state, scope, source, {}, TEXT);
        open.timers.push({ id: this.#id(), node: id, ...this.#due(event, id, read) });
      } else if (event.type === "message" || event.type === "signal") {
        const key = event.type === "message" ? this.#key(scope, event.message) : null;
        open.subs.push(this.#subscription(id, event, key));
      } else if (event.type === "condition") {
        open.conditions.push({ node: id, holds: !this.#interrupts(id) && this.#holds(holder, id) });
      }
    }
    holder.timers.push(...open.timers);
    holder.subs.push(...open.subs);
    holder.conditions.push(...open.conditions);
  }

  #due(rule: TimerRule, node: string, read: (source: string) => Json) {
    const due = firstDue(rule, this.state.now, read);
    return this.#interrupts(node) ? { ...due, ...ONCE } : due;
  }

  #subscription(node: string, event: Extract<Trigger, { type: "message" | "signal" }>, key: string | null) {
    const name = event.type === "message" ? event.message.name : event.signal.name;
    return { id: this.#id(), node, type: event.type, name, key };
  }

  #key(scope: Scope, message: { readonly name: string; readonly key?: string }): string | null {
    if (message.key === undefined) return null;
    const value = this.#data.json(this.state, scope, message.key);
    if (value === null || value === "") throw new Failure("message.no-key");
    return typeof value === "string" ? value : JSON.stringify(value);
  }

  /** What the node of an event waits for. */
  #eventOf(id: string): Trigger {
    const node = this.flow.node(id);
    if (node.kind === "catch" || node.kind === "boundary") return node.event as Trigger;
    if (node.kind === "receiveTask") return { type: "message", message: node.message };
    if (node.kind === "start") return (node.trigger ?? { type: "none" }) as Trigger;
    throw new Error(`${id} is no event`);
  }

  #timerRule(id: string): TimerRule {
    return this.#eventOf(id) as TimerRule;
  }

  /** Whether the event of a node ends what it happens to. */
  #interrupts(id: string): boolean {
    const node = this.flow.node(id);
    return node.kind === "boundary" || node.kind === "start" ? node.interrupting !== false : true;
  }

  #happen(place: { token?: number; scope?: number }, id: string, happening: Happening): void {
    const holder = this.#holder(place);
    if (!("at" in holder)) {
      const container = this.flow.placeOf(id).container;
      if (container?.kind === "eventSubProcess") this.#beginEventSubProcess(holder, container, happening);
      return;
    }
    const node = this.flow.node(id);
    if (node.kind === "boundary") {
      this.#boundary(holder, node, happening);
      return;
    }
    if (holder.waitsInPlan) {
      holder.waitsInPlan = false;
      this.#enter(holder);
      return;
    }
    this.#closeAll(holder);
    if (holder.at !== id) {
      // After an event-based gateway: the gateway is left for the event that happened.
      const edge = this.flow.outgoing(holder.at).find(({ target }) => target === id);
      this.state.trace.push(`done ${holder.at}`, `edge ${edge?.id}`);
      holder.at = id;
    }
    this.#queue(holder, { do: "complete", ...happening });
  }

  #boundary(token: Token, boundary: BoundaryEvent, happening: Happening): void {
    let moved = token;
    if (boundary.interrupting !== false) {
      this.#closeAll(token);
      // What was interrupted was not done: there is no going straight back from it.
      token.backTo = null;
      token.at = boundary.id;
    } else moved = this.#newToken(this.#scope(token.scope), boundary.id);
    moved.undoFor = token.undoFor;
    this.#queue(moved, { do: "complete", ...happening });
  }

  #beginEventSubProcess(scope: Scope, sub: EventSubProcess, happening: Happening): void {
    const start = this.flow.startIn(this.flow.place(sub.id));
    if (start === undefined) return;
    if (start.interrupting !== false) {
      for (const token of this.#tokensIn(scope)) this.#cancelToken(token);
      clearCounts(scope);
      stopListening(scope);
      scope.handled = true;
    }
    const holder = this.#newToken(scope, sub.id);
    const inner = this.#openScope(sub.id, holder, this.#data.defaults(sub.id));
    holder.child = inner.id;
    this.#queue(this.#newToken(inner, start.id), { do: "complete", ...happening });
  }

  #writeCaught(token: Token, node: Node, caught: { code: string; message: string }): void {
    const event = node.kind === "boundary" ? node.event : node.kind === "start" ? node.trigger : undefined;
    if (event === undefined || !("variable" in event) || event.variable === undefined) return;
    this.#data.write(this.state, this.#scope(token.scope), event.variable.split("."), { ...caught });
  }

  // Errors and escalations

  #throwError(token: Token, code: string, message: string, retry: Move): void {
    const catcher = this.#catcher(token, "error", code);
    if (catcher !== null) this.#catch(catcher, code, message);
    else if (this.state.called) this.#endCase("terminated");
    else this.#incident(token, "error.uncaught", retry);
  }

  /** Gives whether the thrower was cancelled by it. */
  #escalate(token: Token, code: string, message: string): boolean {
    const catcher = this.#catcher(token, "escalation", code);
    if (catcher !== null) this.#catch(catcher, code, message);
    return (
      !this.state.tokens.has(token.id) || (catcher !== null && "token" in catcher && catcher.token === token)
    );
  }

  #catch(catcher: Catcher, code: string, message: string): void {
    const happening = { caught: { code, message } };
    if ("sub" in catcher) this.#beginEventSubProcess(catcher.scope, catcher.sub, happening);
    else {
      const { boundary } = catcher;
      const interrupting = boundary.event.type === "error" ? true : boundary.interrupting !== false;
      this.#boundary(catcher.token, { ...boundary, interrupting }, happening);
    }
  }

  #catcher(from: Token, type: "error" | "escalation", code: string): Catcher | null {
    let token: Token | undefined = from;
    while (token !== undefined) {
      const scope = this.#scope(token.scope);
      if (scope.instance === null) {
        const boundary = byCode(
          this.flow.boundaries(token.at).map((it) => ({ it, event: it.event })),
          type,
          code,
        );
        if (boundary) return { token, boundary };
        const outOfOne: boolean = this.flow.node(token.at).kind === "eventSubProcess";
        const sub = outOfOne || scope.handled ? null : this.#listeningSub(scope, type, code);
        if (sub) return { scope, sub };
      }
      token = scope.parent === null ? undefined : this.state.tokens.get(scope.parent);
    }
    return null;
  }

  #listeningSub(scope: Scope, type: "error" | "escalation", code: string): EventSubProcess | null {
    if (scope.revived) return null;
    return byCode(
      this.flow
        .eventSubProcesses(this.flow.place(scope.of))
        .map((it) => ({ it, event: this.flow.startIn(this.flow.place(it.id))?.trigger })),
      type,
      code,
    );
  }

  // Compensation

  #noteCompletion(scope: Scope, node: Node, parts: Completion["parts"]): void {
    if (!isActivity(node)) return;
    const handled = this.#undoBoundary(node.id) !== undefined;
    const undoable =
      parts.length > 0 && (parts.some(({ done }) => done.length > 0) || this.#undoSub(node.id) !== undefined);
    if (handled || undoable) scope.done.push({ node: node.id, parts: structuredClone(parts) });
  }

  #undoBoundary(id: string): BoundaryEvent | undefined {
    return this.flow.boundaries(id).find(({ event }) => event.type === "compensation");
  }

  #undoSub(container: string): EventSubProcess | undefined {
    if (!this.flow.places.has(container)) return undefined;
    return this.flow
      .eventSubProcesses(this.flow.place(container))
      .find((sub) => this.flow.startIn(this.flow.place(sub.id))?.trigger?.type === "compensation");
  }

  #undo(token: Token, activity: string | null): void {
    let scope = this.#scope(token.scope);
    const holder = scope.parent === null ? undefined : this.state.tokens.get(scope.parent);
    if (holder && this.flow.node(holder.at).kind === "eventSubProcess") scope = this.#scope(holder.scope);
    this.#undoIn(token, scope, activity);
  }

  #undoIn(token: Token, scope: Scope, activity: string | null): void {
    const entries = scope.done.filter(({ node }) => activity === null || node === activity);
    scope.done = scope.done.filter((entry) => !entries.includes(entry));
    token.undo = entries.map((entry): UndoItem => ({ do: "entry", scope: scope.id, entry }));
    this.#queue(token, { do: "undo" });
  }

  #undoNext(token: Token): void {
    const item = token.undo?.pop();
    if (item === undefined) {
      token.undo = null;
      this.#undone(token);
    } else if (item.do === "close") {
      const scope = this.state.scopes.get(item.scope);
      if (scope) this.#cancelScope(scope);
      this.#queue(token, { do: "undo" });
    } else if (item.do === "part") this.#undoPart(token, item.node, item.part);
    else this.#undoEntry(token, item.entry, item.scope);
  }

  #undoEntry(token: Token, entry: Completion, scopeId: number): void {
    const boundary = this.#undoBoundary(entry.node);
    const scope = this.state.scopes.get(scopeId);
    if (boundary && scope) {
      const handler = this.#newToken(scope, boundary.id);
      handler.undoFor = token.id;
      this.#queue(handler, { do: "leave" });
      return;
    }
    for (const part of entry.parts) token.undo?.push({ do: "part", node: entry.node, part });
    this.#queue(token, { do: "undo" });
  }

  #undoPart(token: Token, node: string, part: Completion["parts"][number]): void {
    const scope = this.#openScope(node, token, structuredClone(part.vars), true);
    scope.done = structuredClone(part.done);
    token.undo?.push({ do: "close", scope: scope.id });
    const sub = this.#undoSub(node);
    if (sub) {
      this.#beginEventSubProcess(scope, { ...sub }, {});
      for (const holder of this.#tokensIn(scope)) holder.undoFor = token.id;
      return;
    }
    for (const entry of scope.done) token.undo?.push({ do: "entry", scope: scope.id, entry });
    scope.done = [];
    this.#queue(token, { do: "undo" });
  }

  #undone(token: Token): void {
    const node = this.flow.node(token.at);
    if (token.opensAfterUndo) {
      token.opensAfterUndo = false;
      this.#enter(token);
    } else if (node.kind !== "end") this.#queue(token, { do: "leave" });
    else if (node.result?.type === "cancel") this.#leaveTransaction(token);
    else this.#finish(token);
  }

  #cancelTransaction(token: Token): void {
    const scope = this.#transactionAround(token);
    if (scope === null) {
      this.#finish(token);
      return;
    }
    const holding = this.#holding(token);
    // What was completed inside of something that is still under way: the text does not say what becomes of it.
    const inside = [...this.state.scopes.values()].filter(({ id }) => this.#isWithin(id, scope.id));
    if (inside.some(({ done }) => done.length > 0)) this.state.unwritten = true;
    for (const other of this.#tokensIn(scope)) if (!holding.includes(other.id)) this.#cancelToken(other);
    clearCounts(scope);
    stopListening(scope);
    this.#undoIn(token, scope, null);
  }

  #leaveTransaction(token: Token): void {
    this.state.trace.push(`done ${token.at}`);
    const scope = this.#transactionAround(token);
    let holder = scope?.parent == null ? undefined : this.state.tokens.get(scope.parent);
    // Of a transaction that is done several times the boundary is that of the whole.
    const around = holder && this.#scope(holder.scope);
    if (around?.instance != null && around.parent !== null) holder = this.state.tokens.get(around.parent);
    if (scope === null || holder === undefined) return;
    const boundary = this.flow.boundaries(holder.at).find(({ event }) => event.type === "cancel");
    if (boundary) this.#boundary(holder, { ...boundary, interrupting: true }, {});
    else this.#endScope(scope);
  }

  #transactionAround(token: Token): Scope | null {
    let scope = this.#scope(token.scope);
    for (;;) {
      const holder = scope.parent === null ? undefined : this.state.tokens.get(scope.parent);
      if (holder === undefined) return null;
      if (this.flow.node(holder.at).kind === "transaction") return scope;
      scope = this.#scope(holder.scope);
    }
  }

  /** Whether a scope lies in another one, at whatever depth. */
  #isWithin(id: number, outer: number): boolean {
    const { parent } = this.#scope(id);
    const holder = parent === null ? undefined : this.state.tokens.get(parent);
    return holder !== undefined && (holder.scope === outer || this.#isWithin(holder.scope, outer));
  }

  /** A token and those that hold its scopes. */
  #holding(token: Token): number[] {
    const { parent } = this.#scope(token.scope);
    const holder = parent === null ? undefined : this.state.tokens.get(parent);
    return holder ? [token.id, ...this.#holding(holder)] : [token.id];
  }

  // Doing an activity several times

  #isRepeated(token: Token, node: ActivityNode): boolean {
    return node.loop !== undefined && this.#scope(token.scope).instance === null;
  }

  #repeat(token: Token, node: ActivityNode): void {
    const scope = this.#scope(token.scope);
    const { loop } = node;
    if (loop === undefined) return;
    const standard = loop.type === "standard";
    const items = standard ? [] : this.#items(scope, loop.collection);
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
      !this.#data.condition(this.state, scope, loop.condition, { index: 0 })
    ) {
      this.#queue(token, { do: "leave" });
      return;
    }
    token.repetition = repetition;
    if (standard) this.#openInstance(token, repetition);
    else if (items.length === 0) this.#repeated(token, repetition);
    else this.#openInstances(token, repetition);
  }

  #items(scope: Scope, collection: string): Json[] {
    const value = this.#data.json(this.state, scope, collection);
    if (Array.isArray(value)) return [...value];
    const count = typeof value === "number" ? value : Number.NaN;
    if (!Number.isInteger(count) || count < 0) throw new Failure("instances.no-list");
    return Array.from({ length: count }, (_, index) => index + 1);
  }

  #instances(token: Token): Scope[] {
    return [...this.state.scopes.values()].filter(
      ({ parent, instance }) => parent === token.id && instance !== null,
    );
  }

  #openInstances(token: Token, repetition: Repetition): void {
    const { loop } = this.flow.node(token.at) as ActivityNode;
    const sequential = loop?.type === "multiInstance" && loop.sequential === true;
    while (repetition.next < repetition.items.length) {
      if (repetition.removed.includes(repetition.next + 1)) repetition.next++;
      else if (sequential && this.#instances(token).length > 0) return;
      else this.#openInstance(token, repetition);
    }
  }

  #openInstance(token: Token, repetition: Repetition): void {
    const { loop } = this.flow.node(token.at) as ActivityNode;
    const index = ++repetition.next;
    const item =
      loop?.type === "multiInstance" ? { [loop.item ?? "item"]: repetition.items[index - 1] ?? null } : {};
    const { of } = this.#scope(token.scope);
    const scope = this.#openScope(of, token, { ...item, index }, false, index);
    this.#queue(this.#newToken(scope, token.at), { do: "body" });
  }

  #instanceDone(token: Token, scope: Scope, outcome: string | null): void {
    const holder = this.state.tokens.get(scope.parent ?? -1);
    const repetition = holder?.repetition;
    const { loop } = this.flow.node(token.at) as ActivityNode;
    if (!holder || !repetition || !loop) return;
    const place = (scope.instance ?? 1) - 1;
    const output = loop.type === "multiInstance" ? loop.output : undefined;
    const result = output ? this.#data.json(this.state, scope, output.value) : null;
    const over =
      loop.type === "multiInstance"
        ? this.#isEnough(scope, repetition, loop.completion, 1, this.#instances(holder).length - 1)
        : !this.#isAgain(holder, repetition, loop);
    repetition.results[place] = result;
    if (outcome === "rejected" || repetition.standard || repetition.outcome === null)
      repetition.outcome = outcome;
    repetition.completed++;
    repetition.parts.push(...(token.repetition?.parts ?? []));
    this.state.trace.push(`done ${token.at}`);
    this.#cancelScope(scope);
    if (over) this.#repeated(holder, repetition);
    else if (loop.type === "standard") this.#openInstance(holder, repetition);
    else {
      this.#openInstances(holder, repetition);
      this.#repeatedIfNoneLeft(holder, repetition);
    }
  }

  #isEnough(
    scope: Scope,
    repetition: Repetition,
    completion: string | undefined,
    more: number,
    active: number,
  ): boolean {
    if (completion === undefined) return false;
    return this.#data.condition(this.state, scope, completion, {
      numberOfInstances: repetition.items.length,
      numberOfActiveInstances: active,
      numberOfCompletedInstances: repetition.completed + more,
      numberOfTerminatedInstances: repetition.terminated,
    });
  }

  /** Asked outside of an instance: what cannot be worked out there does not hold. */
  #isEnoughOutside(
    scope: Scope,
    repetition: Repetition,
    completion: string | undefined,
    active: number,
  ): boolean {
    try {
      return this.#isEnough(scope, repetition, completion, 0, active);
    } catch (thrown) {
      if (thrown instanceof Failure) return false;
      throw thrown;
    }
  }

  /** Whether another round begins. */
  #isAgain(
    holder: Token,
    repetition: Repetition,
    loop: { readonly condition: string; readonly maximum?: number },
  ): boolean {
    const rounds = repetition.next;
    if (rounds === loop.maximum) return false;
    return this.#data.condition(this.state, this.#scope(holder.scope), loop.condition, { index: rounds });
  }

  /** After people added or removed instances. */
  #askAgain(token: Token, repetition: Repetition): void {
    const { loop } = this.flow.node(token.at) as ActivityNode;
    const completion = loop?.type === "multiInstance" ? loop.completion : undefined;
    const scope = this.#scope(token.scope);
    const active = this.#instances(token).length;
    const over = repetition.completed > 0 && this.#isEnoughOutside(scope, repetition, completion, active);
    if (over) {
      this.#repeated(token, repetition);
      return;
    }
    this.#openInstances(token, repetition);
    this.#repeatedIfNoneLeft(token, repetition);
  }

  #repeatedIfNoneLeft(token: Token, repetition: Repetition): void {
    const left = this.#instances(token).length + repetition.items.length - repetition.next;
    if (left === 0) this.#repeated(token, repetition);
  }

  #repeated(token: Token, repetition: Repetition): void {
    for (const scope of this.#instances(token)) this.#cancelScope(scope);
    const { loop } = this.flow.node(token.at) as ActivityNode;
    if (loop?.type === "multiInstance" && loop.output) {
      const list = repetition.items.map((_, index) => repetition.results[index] ?? null);
      this.#data.write(this.state, this.#scope(token.scope), loop.output.target.split("."), list);
    }
    this.#queue(token, { do: "leave", ...(repetition.outcome ? { outcome: repetition.outcome } : {}) });
  }

  // Containers

  #openContainer(token: Token, node: Node): void {
    const scope = this.#openScope(node.id, token, this.#data.defaults(node.id));
    token.child = scope.id;
    if (!this.state.tokens.has(token.id) || !this.state.scopes.has(scope.id)) return;
    const place = this.flow.place(node.id);
    if (node.kind === "plan") this.#openPlan(scope, place);
    else if (node.kind === "adHoc") {
      if (node.start === "all")
        for (const { id } of this.#beginnable(place)) this.#enter(this.#newToken(scope, id));
    } else {
      const start = this.flow.startIn(place);
      if (start) this.#queue(this.#newToken(scope, start.id), { do: "complete" });
    }
  }

  /** What people may still begin in an ad-hoc container. */
  #mayBegin(scope: Scope): Node[] {
    const place = this.flow.place(scope.of);
    const { container } = place;
    if (container?.kind !== "adHoc" || scope.instance !== null || scope.revived) return [];
    if (container.start === "all" || scope.closing || scope.handled) return [];
    return this.#beginnable(place);
  }

  #beginnable(place: Place): Node[] {
    return place.nodes.filter(
      ({ id, kind }) =>
        kind !== "boundary" && kind !== "eventSubProcess" && this.flow.incoming(id).length === 0,
    );
  }

  #openPlan(scope: Scope, place: Place): void {
    for (const { id } of place.nodes) this.#newToken(scope, id).waitsInPlan = true;
    this.#freeSteps(scope);
    this.#maybeEnd(scope);
  }

  /** Opens the steps of a plan whose dependencies are done, after the longest lag that is left. */
  #freeSteps(scope: Scope): void {
    for (const token of this.#tokensIn(scope)) {
      if (!token.waitsInPlan || token.timers.length > 0) continue;
      const awaited = this.flow.incoming(token.at);
      if (!awaited.every(({ source }) => scope.finished[source] !== undefined)) continue;
      token.waitsInPlan = false;
      const due =
        awaited
          .map((edge) => this.#afterLag(scope, edge))
          .sort()
          .at(-1) ?? this.state.now;
      if (due > this.state.now) {
        token.waitsInPlan = true;
        token.timers.push({ id: this.#id(), node: token.at, due, ...ONCE });
      } else this.#enter(token);
    }
  }

  #afterLag(scope: Scope, edge: Edge): string {
    const finished = scope.finished[edge.source] ?? this.state.now;
    const lag = edge.dependency?.lag;
    if (lag === undefined) return finished;
    const rule: TimerRule = { type: "timer", duration: lag };
    return firstDue(rule, finished, (source) => this.#data.json(this.state, scope, source, {}, TEXT)).due;
  }

  // Tokens and scopes

  #id(): number {
    return this.state.next++;
  }

  #newToken(scope: Scope, at: string): Token {
    const token: Token = {
      id: this.#id(),
      scope: scope.id,
      at,
      tasks: [],
      votes: {},
      job: null,
      call: null,
      child: null,
      repetition: null,
      incident: null,
      undo: null,
      undoFor: null,
      opensAfterUndo: false,
      waitsInPlan: false,
      backTo: null,
      timers: [],
      subs: [],
      conditions: [],
    };
    this.state.tokens.set(token.id, token);
    return token;
  }

  #openScope(
    of: string,
    holder: Token | null,
    vars: Values,
    revived = false,
    instance: number | null = null,
  ): Scope {
    const scope: Scope = {
      id: this.#id(),
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
    this.state.scopes.set(scope.id, scope);
    if (!revived && instance === null) this.#listenForSubs(scope);
    return scope;
  }

  #listenForSubs(scope: Scope): void {
    const starts = this.flow
      .eventSubProcesses(this.flow.place(scope.of))
      .flatMap((sub) => this.flow.startIn(this.flow.place(sub.id)) ?? []);
    this.#listen(
      scope,
      starts.map(({ id, trigger }) => ({ id, event: trigger ?? { type: "none" } })),
    );
  }

  #token(id: number): Token {
    const token = this.state.tokens.get(id);
    if (token === undefined) throw new Error("There is no such token");
    return token;
  }

  #scope(id: number): Scope {
    const scope = this.state.scopes.get(id);
    if (scope === undefined) throw new Error("There is no such scope");
    return scope;
  }

  #holderOrNone({ token, scope }: { token?: number; scope?: number }): Token | Scope | undefined {
    return token === undefined ? this.state.scopes.get(scope ?? -1) : this.state.tokens.get(token);
  }

  #holder({ token, scope }: { token?: number; scope?: number }): Token | Scope {
    return token === undefined ? this.#scope(scope ?? -1) : this.#token(token);
  }

  #tokensIn(scope: Scope): Token[] {
    return [...this.state.tokens.values()].filter((token) => token.scope === scope.id);
  }

  /** Where the tokens of a scope stand, and where they go straight back to. */
  #standing(scope: Scope): string[] {
    return this.#tokensIn(scope).flatMap(({ at, backTo }) => (backTo === null ? [at] : [at, backTo]));
  }

  #scopesInnerFirst(): Scope[] {
    const depth = (scope: Scope): number => {
      const holder = scope.parent === null ? undefined : this.state.tokens.get(scope.parent);
      return holder === undefined ? 0 : 1 + depth(this.#scope(holder.scope));
    };
    return [...this.state.scopes.values()].sort((one, other) => depth(other) - depth(one));
  }

  #incident(token: Token, code: string, retry: Move): void {
    token.incident = { id: this.#id(), code, retry };
  }

  /** A token comes to its end in its scope; `over`: an ad-hoc container has enough with that. */
  #die(token: Token, over: boolean): void {
    const scope = this.#scope(token.scope);
    const { container } = this.flow.place(scope.of);
    this.#remove(token);
    if (over && container?.kind === "adHoc" && container.cancelRemaining !== false) this.#endScope(scope);
    else {
      if (over) scope.closing = true;
      this.#maybeEnd(scope);
    }
  }

  /** Asked where a token comes to its end; false for what is not ad-hoc. */
  #isAdHocOver(token: Token): boolean {
    const scope = this.#scope(token.scope);
    const { container } = this.flow.place(scope.of);
    if (container?.kind !== "adHoc" || scope.instance !== null || token.undoFor !== null) return false;
    if (container.completion === undefined || scope.closing) return false;
    return this.#data.condition(this.state, scope, container.completion);
  }

  #remove(token: Token): void {
    this.state.tokens.delete(token.id);
    const { undoFor } = token;
    if (undoFor === null) return;
    const thrower = this.state.tokens.get(undoFor);
    const more = [...this.state.tokens.values()].some((other) => other.undoFor === undoFor);
    if (thrower?.undo && !more) this.#queue(thrower, { do: "undo" });
  }

  /** A scope ends when its last token is gone and nothing is counted. */
  #maybeEnd(scope: Scope): void {
    if (!this.state.scopes.has(scope.id) || scope.revived) return;
    const { container, nodes } = this.flow.place(scope.of);
    if (container?.kind === "plan") {
      const open = nodes.filter((node) => scope.finished[node.id] === undefined);
      if (open.every((node) => "optional" in node && node.optional === true)) this.#endScope(scope);
      return;
    }
    if (this.#tokensIn(scope).length > 0) return;
    if (Object.keys(scope.counted).length > 0 && !scope.closing) return;
    const goesOn = container?.kind === "adHoc" && container.start !== "all" && !scope.closing;
    if (goesOn && !scope.handled) return;
    this.#endScope(scope);
  }

  #endScope(scope: Scope): void {
    const holder = scope.parent === null ? undefined : this.state.tokens.get(scope.parent);
    // Of one of several times, its item and its number are among its data.
    const instance = holder === undefined ? undefined : this.#scope(holder.scope);
    const own = instance?.instance === null ? {} : instance?.vars;
    const part = { vars: structuredClone({ ...own, ...scope.vars }), done: structuredClone(scope.done) };
    if (holder === undefined) {
      this.#endCase("completed");
      return;
    }
    this.#cancelScope(scope);
    holder.child = null;
    const node = this.flow.node(holder.at);
    if (node.kind === "eventSubProcess") {
      this.state.trace.push(`done ${node.id}`);
      this.#die(holder, this.#isAdHocOver(holder));
      return;
    }
    holder.repetition = {
      items: [],
      standard: false,
      next: 0,
      completed: 0,
      terminated: 0,
      outcome: null,
      removed: [],
      results: [],
      parts: [part],
    };
    this.#queue(holder, { do: "complete" });
  }

  #endCase(status: "completed" | "terminated" | "cancelled"): void {
    this.state.status = status;
    if (this.state.queue.length > 0) this.state.cutShort = true;
    this.state.queue = [];
    this.state.tokens.clear();
    for (const scope of [...this.state.scopes.values()])
      if (scope.parent !== null) this.state.scopes.delete(scope.id);
    for (const scope of this.state.scopes.values()) {
      stopListening(scope);
      clearCounts(scope);
      scope.done = [];
    }
  }

  #cancelScope(scope: Scope): void {
    for (const token of this.#tokensIn(scope)) this.#cancelToken(token);
    this.state.scopes.delete(scope.id);
  }

  #cancelToken(token: Token): void {
    if (this.state.queue.some((next) => next.token === token.id)) this.state.cutShort = true;
    this.#closeAll(token);
    this.#remove(token);
  }

  /** Ends everything that a token waits for, what goes on inside included. */
  #closeAll(token: Token): void {
    for (const scope of [...this.state.scopes.values()])
      if (scope.parent === token.id) this.#cancelScope(scope);
    for (const other of [...this.state.tokens.values()]) {
      if (token.undo && other.undoFor === token.id) this.state.tokens.delete(other.id);
    }
    this.state.queue = this.state.queue.filter((next) => next.token !== token.id);
    stopListening(token);
    const nothing = { tasks: [], votes: {}, job: null, call: null, child: null, incident: null, undo: null };
    Object.assign(token, nothing, { waitsInPlan: false, repetition: null });
  }
}

type Trigger =
  | { readonly type: "none" | "link" | "error" | "escalation" | "compensation" | "cancel" }
  | TimerRule
  | { readonly type: "message"; readonly message: { readonly name: string; readonly key?: string } }
  | { readonly type: "signal"; readonly signal: { readonly name: string } }
  | { readonly type: "condition"; readonly condition: string };

const ONCE = { left: 0, every: null, first: null, times: 0 } as const;

const TEXT: Field = { type: "string" };

/** A case that has not begun. */
export function newCase(by: string | null, now: string, called: boolean): CaseState {
  return {
    status: "active",
    by,
    called,
    next: 1,
    now,
    scopes: new Map(),
    tokens: new Map(),
    queue: [],
    trace: [],
    told: [],
    moves: 0,
    cutShort: false,
    unwritten: false,
  };
}

function isPlain(node: Extract<Node, { kind: "start" }>): boolean {
  return node.trigger === undefined || node.trigger.type === "none";
}

function outputOf(node: Node): readonly Mapping[] {
  if (node.kind === "receiveTask") return node.message.output ?? [];
  if (node.kind === "start") return eventOutput(node.trigger);
  if (node.kind === "catch" || node.kind === "boundary") return eventOutput(node.event);
  if (node.kind === "userTask" || node.kind === "serviceTask") return node.output ?? [];
  if (node.kind === "callActivity" || node.kind === "businessRuleTask") return node.output ?? [];
  return [];
}

function eventOutput(event: object | undefined): readonly Mapping[] {
  const { message, signal } = (event ?? {}) as Partial<Record<"message" | "signal", { output?: Mapping[] }>>;
  return (message ?? signal)?.output ?? [];
}

function clearCounts(scope: Scope): void {
  scope.counted = {};
  scope.silent = {};
}

function stopListening(holder: Listening): void {
  holder.timers = [];
  holder.subs = [];
  holder.conditions = [];
}

function byCode<T>(
  all: readonly { it: T; event: { type: string; code?: string } | undefined }[],
  type: string,
  code: string,
): T | null {
  const fit = all.filter(({ event }) => event?.type === type);
  const named = fit.find(({ event }) => event?.code === code);
  return (named ?? fit.find(({ event }) => event?.code === undefined))?.it ?? null;
}
