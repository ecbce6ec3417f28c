import { isActivity, type Node } from "@flowright/definition";
import { type Exits, exitsOfTask, movesTo } from "./exits.ts";
import type { ScopeTree } from "./scope-tree.ts";

/** Which steps of a plan can begin and be done, by what they depend on. */
export class PlanSteps {
  readonly #scope: ScopeTree;
  readonly #exitsOf: (container: string) => Exits | null;
  readonly #steps: readonly Node[];
  /** Steps that something keeps from ever being done, or that wait for such a step. */
  readonly #stuck = new Set<string>();

  constructor(scope: ScopeTree, exitsOf: (container: string) => Exits | null) {
    this.#scope = scope;
    this.#exitsOf = exitsOf;
    this.#steps = [...scope.nodes.values()].filter((node) => isActivity(node));
    for (const node of this.#steps) if (!this.#canBeDone(node)) this.#spread(node.id, this.#stuck);
  }

  /** Whether all that must be done can be done. */
  mayEnd(): boolean {
    return this.#mandatory().every((id) => !this.#stuck.has(id));
  }

  /** Whether nothing must be done, so that the plan is over as it opens. */
  isOverAtOnce(): boolean {
    return this.#mandatory().length === 0;
  }

  /** Steps that never begin, with their events, and events that never happen, in the order of the drawing. */
  neverBegun(): string[] {
    const never = new Set<string>();
    for (const { id } of this.#steps) {
      if (!this.#stuck.has(id)) continue;
      for (const { target } of this.#scope.outgoing(id)) this.#spread(target, never);
    }
    // What can begin only when all is done that must be comes too late: the plan is over then.
    for (const id of this.#afterAll()) never.add(id);
    return [...this.#scope.nodes.values()]
      .filter((node) => (node.kind === "boundary" ? this.#isIdle(node, never) : never.has(node.id)))
      .map(({ id }) => id);
  }

  #mandatory(): string[] {
    return this.#steps.filter((node) => !("optional" in node && node.optional === true)).map(({ id }) => id);
  }

  /** Steps that depend on all that must be done; where nothing must be, all. */
  #afterAll(): string[] {
    const afters = this.#mandatory().map((id) => {
      const after = new Set<string>();
      for (const { target } of this.#scope.outgoing(id)) this.#spread(target, after);
      return after;
    });
    return this.#steps.map(({ id }) => id).filter((id) => afters.every((after) => after.has(id)));
  }

  #isIdle(event: Extract<Node, { kind: "boundary" }>, never: ReadonlySet<string>): boolean {
    if (event.event.type === "compensation") return false;
    return never.has(event.attachedTo) || this.#movesOf(event) === null;
  }

  #movesOf(event: Extract<Node, { kind: "boundary" }>) {
    const host = this.#scope.nodes.get(event.attachedTo);
    const exits = this.#exitsOf(event.attachedTo) ?? (host && exitsOfTask(host));
    return exits ? movesTo(event, exits, this.#scope.boundaries.get(event.attachedTo) ?? []) : null;
  }

  #canBeDone({ id }: Node): boolean {
    const exits = this.#exitsOf(id);
    if (exits === null || exits.done !== null) return true;
    const ending = (this.#scope.boundaries.get(id) ?? []).filter(
      ({ event, interrupting }) =>
        event.type === "error" || event.type === "cancel" || interrupting !== false,
    );
    return ending.some((event) => this.#movesOf(event) !== null);
  }

  /** A step and all that depends on it. */
  #spread(id: string, into: Set<string>): void {
    const open = [id];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (into.has(next)) continue;
      into.add(next);
      for (const { target } of this.#scope.outgoing(next)) open.push(target);
    }
  }
}
