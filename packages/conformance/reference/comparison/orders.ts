import type { Flow } from "../flow.ts";
import type { CaseState } from "../game/state.ts";

/** Chooses which of several tokens moves next, by its place in the list of their numbers. */
export type Order = (tokens: readonly number[], state: CaseState) => number;

export const FIRST_COME: Order = () => 0;

/** So many orders of the first ones follow the log of what is compared with. */
const FOLLOWING = 20;

/**
 * Another order of what the text leaves open, the same for the same number from 1. First those that a log suggests
 * (edges taken and steps completed, one after the other), since only whether there is an order is asked; then others.
 */
export function otherOrder(seed: number, log: readonly string[], flow: Flow): Order {
  return seed <= FOLLOWING ? following(seed, log, flow) : anyhow(seed);
}

/** The token whose node comes first in what is left of the log; where that does not tell, any. */
function following(seed: number, log: readonly string[], flow: Flow): Order {
  const random = randomNumbers(seed);
  const nodes = log.map((entry) => {
    const id = entry.slice(5);
    return entry.startsWith("edge ") ? flow.edge(id).source : id;
  });
  return (tokens, { trace, tokens: all }) => {
    if (seed > 2 && random() % 16 === 0) return random() % tokens.length;
    const left = remaining(log, trace);
    const places = tokens.map((token) => {
      const at = all.get(token)?.at;
      const place = left.findIndex((index) => nodes[index] === at);
      return place < 0 ? log.length : place;
    });
    const least = Math.min(...places);
    const first = places.flatMap((place, index) => (place === least ? [index] : []));
    return first[seed === 1 ? 0 : random() % first.length] ?? 0;
  };
}

/** Places of the entries of a log that have not happened yet. */
function remaining(log: readonly string[], happened: readonly string[]): number[] {
  const counts = new Map<string, number>();
  for (const entry of happened) counts.set(entry, (counts.get(entry) ?? 0) + 1);
  return log.flatMap((entry, index) => {
    const count = counts.get(entry) ?? 0;
    counts.set(entry, count - 1);
    return count > 0 ? [] : [index];
  });
}

/**
 * The last come first, then by turns anyhow and with some tokens before others for most of the turn, because some
 * outcomes need one branch to go far ahead of the rest (after Burckhardt et al., A randomized scheduler with
 * probabilistic guarantees of finding bugs, 2010).
 */
function anyhow(seed: number): Order {
  if (seed === FOLLOWING + 1) return (tokens) => tokens.length - 1;
  const random = randomNumbers(seed);
  if (seed % 3 === 0) return (tokens) => random() % tokens.length;
  const strays = seed % 3 === 1 ? 12 : Number.POSITIVE_INFINITY;
  const ranks = new Map<number, number>();
  const rank = (token: number): number => {
    const known = ranks.get(token) ?? random();
    ranks.set(token, known);
    return known;
  };
  return (tokens) => {
    if (random() % strays === 0) return random() % tokens.length;
    let first = 0;
    for (const [place, token] of tokens.entries())
      if (rank(token) < rank(tokens[first] ?? token)) first = place;
    return first;
  };
}

/** Whole numbers below 2^32, the same for the same seed (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}
