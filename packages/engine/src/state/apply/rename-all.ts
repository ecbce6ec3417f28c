import type { Move } from "../../contract/move.ts";
import type { AddedSteps, Completed, ScopeState, TokenState, Waits } from "../../contract/state.ts";
import type { Draft } from "../draft.ts";

/** How the ids of one version are called in another. */
export interface Renames {
  readonly nodes: { readonly [from: string]: string };
  readonly edges: { readonly [from: string]: string };
}

/** Everything that the state says of nodes and edges gets the names of the other version. */
export function renameAll(draft: Draft, renames: Renames): void {
  const name = new Renaming(renames);
  for (const [id, token] of Object.entries(draft.tokens)) draft.tokens[id] = name.token(token);
  for (const [id, scope] of Object.entries(draft.scopes)) draft.scopes[id] = name.scope(scope);
  if (draft.added !== undefined) draft.added = name.added(draft.added);
}

/** The steps that were added to plans of a case, by the names of the other version. */
export function renamedSteps(
  added: NonNullable<Draft["added"]>,
  renames: Renames,
): NonNullable<Draft["added"]> {
  return new Renaming(renames).added(added);
}

type Table<V> = { readonly [id: string]: V };

class Renaming {
  readonly #renames: Renames;

  constructor(renames: Renames) {
    this.#renames = renames;
  }

  readonly node = (id: string): string => named(this.#renames.nodes, id);
  readonly edge = (id: string): string => named(this.#renames.edges, id);

  token({ w, j, ...token }: TokenState): TokenState {
    return {
      ...token,
      n: this.node(token.n),
      ...(w === undefined ? {} : { w: this.#waits(w) }),
      ...(j === undefined ? {} : { j: this.node(j) }),
    };
  }

  #waits(waits: Waits): Waits {
    const { timers, subs, signals, conds, cycles, undoing, inside, retry } = waits;
    return {
      ...waits,
      ...(timers ? { timers: this.#rows(timers) } : {}),
      ...(subs ? { subs: this.#rows(subs) } : {}),
      ...(signals ? { signals: this.#rows(signals) } : {}),
      ...(conds ? { conds: keyed(conds, this.node) } : {}),
      ...(cycles ? { cycles: keyed(cycles, this.node) } : {}),
      ...(undoing
        ? { undoing: { ...undoing, left: undoing.left.map(this.#completed), next: this.#move(undoing.next) } }
        : {}),
      ...(inside ? { inside: this.#completed(inside) } : {}),
      ...(retry ? { retry: this.#move(retry) } : {}),
    };
  }

  scope(scope: ScopeState): ScopeState {
    const { node, joins, rest, done, undo } = scope;
    return {
      ...scope,
      node: node === null ? null : this.node(node),
      ...(joins ? { joins: keyed(joins, this.node, (counts) => keyed(counts, this.edge)) } : {}),
      ...(rest ? { rest: keyed(rest, this.node, (edges) => edges.map(this.edge)) } : {}),
      ...(done ? { done: done.map(this.node) } : {}),
      ...(undo ? { undo: undo.map(this.#completed) } : {}),
    };
  }

  added(added: Table<AddedSteps>): Table<AddedSteps> {
    return keyed(added, this.node, ({ nodes, after }) => ({
      nodes,
      after: after.map(([before, then]) => [this.node(before), this.node(then)] as const),
    }));
  }

  readonly #completed = (entry: Completed): Completed => ({
    ...entry,
    n: this.node(entry.n),
    ...(entry.undo ? { undo: entry.undo.map(this.#completed) } : {}),
    ...(entry.times ? { times: entry.times.map(this.#completed) } : {}),
  });

  #move(move: Move): Move {
    if (move.do === "fork") return { ...move, edges: move.edges.map(this.edge) };
    if (move.do === "arrive") return { ...move, edge: this.edge(move.edge) };
    if (move.do !== "leave") return move;
    const { what, id } = eventOf(move.event);
    if (what === "take") return { ...move, event: `take.${this.edge(id)}` };
    return what === "pick" || what === "boundary" ? { ...move, event: `${what}.${this.node(id)}` } : move;
  }

  #rows(rows: Table<string>): Table<string> {
    return keyed(rows, (id) => id, this.node);
  }
}

/** An event of a machine and the node or edge that it names. */
export function eventOf(event: string): { readonly what: string; readonly id: string } {
  const dot = event.indexOf(".");
  return dot < 0 ? { what: event, id: "" } : { what: event.slice(0, dot), id: event.slice(dot + 1) };
}

function named(names: Table<string>, id: string): string {
  return Object.hasOwn(names, id) ? (names[id] ?? id) : id;
}

function keyed<V, W = V>(
  table: Table<V>,
  key: (id: string) => string,
  value: (value: V) => W = (same) => same as unknown as W,
): Table<W> {
  return Object.fromEntries(Object.entries(table).map(([id, one]) => [key(id), value(one)]));
}
