import type { AbstractGame } from "./abstract-game.ts";
import type { World } from "./world.ts";
import { keyOf, outgrows } from "./world-key.ts";

/** What all the worlds are like that a flow can come to, as far as they were looked at. */
export interface Explored {
  readonly worlds: readonly World[];
  /** From the number of a world to those that follow. */
  readonly next: readonly (readonly number[])[];
  /** Numbers of the worlds where all is over or something is stuck for good, or that were not followed. */
  readonly settled: ReadonlySet<number>;
  readonly deadlocked: ReadonlySet<string>;
  readonly twice: ReadonlySet<string>;
  /** Why something was left out; null where nothing was. */
  readonly left: "ever-more-tokens" | "too-many-states" | null;
}

/**
 * Where joins look around, more tokens may be able to do less: then more than so many at one place are taken for ever
 * more. Elsewhere it is a state that outgrows one on the way to it, with two at one place, so that it shows.
 */
const MOST_AT_ONE_PLACE = 4;

/** Looks at every world, breadth first. */
export function explore(game: AbstractGame, limit: number): Explored {
  return new Exploration(game, limit).run();
}

class Exploration {
  readonly #game: AbstractGame;
  readonly #limit: number;
  readonly #monotonous: boolean;
  readonly #numbers = new Map<string, number>();
  readonly #worlds: World[] = [];
  readonly #parents: number[] = [];

  constructor(game: AbstractGame, limit: number) {
    this.#game = game;
    this.#limit = limit;
    this.#monotonous = [...game.flow.places.values()].every(({ nodes }) =>
      nodes.every(({ id, kind }) => kind !== "complex" && !(kind === "inclusive" && game.flow.isJoin(id))),
    );
  }

  run(): Explored {
    const game = this.#game;
    const next: number[][] = [];
    const settled = new Set<number>();
    const deadlocked = new Set<string>();
    const twice = new Set<string>();
    let grows = false;
    for (const world of game.beginnings()) this.#numberOf(world, -1);
    for (let number = 0; number < this.#worlds.length && this.#worlds.length <= this.#limit; number++) {
      const world = this.#worlds[number] as World;
      next.push([]);
      for (const node of game.twiceIn(world)) twice.add(node);
      const stuck = game.stuckJoins(world);
      for (const node of stuck) deadlocked.add(node);
      if (stuck.length > 0 || world.over !== null) settled.add(number);
      if (world.over !== null) continue;
      if (this.#grows(number)) {
        grows = true;
        settled.add(number);
        continue;
      }
      for (const following of game.successors(world)) next[number]?.push(this.#numberOf(following, number));
    }
    const left = grows ? "ever-more-tokens" : next.length < this.#worlds.length ? "too-many-states" : null;
    return { worlds: this.#worlds, next, settled, deadlocked, twice, left };
  }

  #numberOf(world: World, parent: number): number {
    const key = keyOf(world);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#worlds.length;
    this.#numbers.set(key, number);
    this.#worlds.push(world);
    this.#parents.push(parent);
    return number;
  }

  #grows(number: number): boolean {
    const world = this.#worlds[number] as World;
    if (!this.#monotonous) return crowded(world, MOST_AT_ONE_PLACE);
    if (!crowded(world, 1)) return false;
    for (let at = this.#parents[number] ?? -1; at >= 0; at = this.#parents[at] ?? -1)
      if (outgrows(world, this.#worlds[at] as World)) return true;
    return false;
  }
}

/** Whether more than so many tokens stand at one place, or are counted at one edge. */
function crowded({ root }: World, most: number): boolean {
  const open = [root];
  for (let room = open.pop(); room; room = open.pop()) {
    for (const { child } of room.tokens) if (child) open.push(child);
    const places = new Map<string, number>();
    for (const { at } of room.tokens) places.set(at, (places.get(at) ?? 0) + 1);
    const counts = [
      ...places.values(),
      ...Object.values(room.counted).flatMap((edges) => Object.values(edges)),
    ];
    if (counts.some((count) => count > most)) return true;
  }
  return false;
}
