import { type Chain, chainAt } from "./chain.ts";
import { type Choose, copyOf, type World } from "./world.ts";

/** The worlds that one thing leads to, once for each way that the choices in it may go. */
export function* alternatives(
  world: World,
  path: readonly number[],
  run: (chain: Chain, copy: World, choose: Choose) => void,
): Generator<World> {
  const picks: number[] = [];
  do {
    const copy = copyOf(world);
    const ways: number[] = [];
    run(chainAt(copy.root, path), copy, (count) => {
      const pick = picks[ways.length] ?? 0;
      picks[ways.length] = pick;
      ways.push(count);
      return pick;
    });
    yield copy;
    while (picks.length > 0 && (picks.at(-1) ?? 0) + 1 >= (ways[picks.length - 1] ?? 0)) picks.pop();
    const last = picks.pop();
    if (last !== undefined) picks.push(last + 1);
  } while (picks.length > 0);
}
