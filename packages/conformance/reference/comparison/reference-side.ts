import type { WorkflowDefinition } from "@flowright/definition";
import { Flow } from "../flow.ts";
import { Game, MOST_MOVES } from "../game/game.ts";
import { newCase } from "../game/new-case.ts";
import type { CaseState } from "../game/state.ts";
import { Data } from "../game/values.ts";
import { makeMove } from "../moves/make-move.ts";
import { withAddedSteps } from "../with-added-steps.ts";
import type { Action } from "./action.ts";
import { isForEach, merged } from "./engine-side.ts";
import { pathIn, waitsIn } from "./held-waits.ts";
import { offersOf, repairsOf } from "./offers.ts";
import type { Order } from "./orders.ts";
import { play } from "./play-action.ts";
import { rememberedAt, rememberedOf } from "./remembered.ts";
import { sortedJson, type View } from "./view.ts";

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

  /**
   * The same action at the waits that nothing tells from the one that is meant: of its name, and opened in the same
   * turn, in an order that the text leaves open. `turns` has the next free number before each turn.
   */
  alike(action: Action, turns: readonly number[]): Action[] {
    if (!("nth" in action)) return [];
    const named = waitsIn(this.#game()).filter(({ key }) => key === action.key);
    const ordered = named.sort((one, other) => one.age - other.age || one.id - other.id);
    const turnOf = (id: number) => turns.findLastIndex((first) => first <= id);
    const meant = ordered[action.nth];
    return ordered.flatMap(({ id }, nth) =>
      meant === undefined || nth === action.nth || turnOf(id) !== turnOf(meant.id)
        ? []
        : [{ ...action, nth }],
    );
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
    const game = (): Game => {
      const made = this.#game();
      made.order = (tokens) => order(tokens, state);
      return made;
    };
    play(game(), action, game);
  }

  #game(): Game {
    const { flow, data } = this.#drawing;
    return new Game(flow, data, this.#membersOf, this.#state, makeMove);
  }

  view(): View {
    const game = this.#game();
    const { status, trace, told, scopes, cutShort } = this.#state;
    const all = [...scopes.values()];
    const mended = () => (status === "active" ? repairsOf(game) : []);
    const offers = () => (status === "active" ? offersOf(game) : []);
    return {
      status,
      waits: waitsIn(game),
      variables: merged(all.map((scope) => [pathIn(game, scope.id), scope.vars] as const)),
      counted: [
        ...all.flatMap((scope) =>
          Object.entries(scope.counted).flatMap(([join, edges]) =>
            Object.entries(edges).map(
              ([edge, count]) => `${join} ${edge} ${count} in ${pathIn(game, scope.id)}`,
            ),
          ),
        ),
        ...[...this.#state.tokens.values()].flatMap(({ at, scope, repetition }) =>
          repetition && isForEach(game.flow, at) && repetition.next + repetition.items.length > 0
            ? [`${at} ${repetition.items.length} instances in ${pathIn(game, scope)}`]
            : [],
        ),
      ].sort(),
      remembered: [
        ...all.flatMap((scope) => {
          const { silent, finished, closing, handled } = scope;
          const done = Object.keys(finished);
          return rememberedOf(pathIn(game, scope.id), { silent, done, ending: closing, handled });
        }),
        ...[...this.#state.tokens.values()].flatMap(({ at, scope, votes, backTo }) =>
          rememberedAt(at, pathIn(game, scope), votes, backTo ?? undefined),
        ),
      ].sort(),
      undoable: [
        ...all.flatMap(({ id, done }) =>
          done.length === 0 ? [] : [`${pathIn(game, id)} ${done.map(({ node }) => node).join()}`],
        ),
        ...[...this.#state.tokens.values()].flatMap(({ undo }) => {
          // What is left inside of a scope that was opened again is a list of its own.
          const lists: string[][] = [[]];
          for (const item of undo ?? []) {
            if (item.do === "close") lists.push([]);
            else lists.at(-1)?.push(item.do === "entry" ? item.entry.node : item.node);
          }
          return lists.flatMap((left) => (left.length === 0 ? [] : [`left: ${left.join()}`]));
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
}
