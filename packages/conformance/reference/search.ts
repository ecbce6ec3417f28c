import type { WorkflowDefinition } from "@flowright/definition";
import { Flow } from "./flow.ts";
import { AbstractGame } from "./search/abstract-game.ts";
import { type Explored, explore } from "./search/explore.ts";
import { stepsToReach } from "./search/steps-to-reach.ts";

export type SearchCode =
  | "deadlock"
  | "livelock"
  | "lack-of-synchronisation"
  | "dead-step"
  | "improper-completion";

export interface SearchFinding {
  readonly code: SearchCode;
  /** Ids in alphabetical order. */
  readonly nodes: readonly string[];
}

export interface SearchResult {
  readonly findings: readonly SearchFinding[];
  /** False where states were left out: too many, or ever more tokens. What was found holds all the same. */
  readonly complete: boolean;
  /** Why states were left out. */
  readonly left: Explored["left"];
  /** Steps that were come to. */
  readonly visited: ReadonlySet<string>;
}

/**
 * Looks at every state that a flow can come to when every choice may go any way. For small flows: it takes as long as
 * there are states. Two tokens at one step in one scope are a lack of synchronisation; a scope without tokens whose
 * joins still count some is a deadlock; a state from which neither an end nor a deadlock can come is a livelock.
 */
export function searchFlow(definition: WorkflowDefinition, { states }: { states: number }): SearchResult {
  const flow = new Flow(definition);
  const game = new AbstractGame(flow);
  const explored = explore(game, states);
  const { left } = explored;
  const findings: SearchFinding[] = [
    ...one("deadlock", explored.deadlocked),
    ...one("lack-of-synchronisation", explored.twice),
    ...one("improper-completion", game.improper),
  ];
  if (left === null) {
    const dead = [...stepsToReach(flow)].filter((id) => !game.visited.has(id));
    findings.push(...one("dead-step", dead), ...one("livelock", livelocked(explored)));
  }
  return { findings, complete: left === null, left, visited: game.visited };
}

function one(code: SearchCode, nodes: Iterable<string>): SearchFinding[] {
  const ids = [...nodes].sort();
  return ids.length > 0 ? [{ code, nodes: ids }] : [];
}

/** Steps where tokens stand in states that nothing leads out of. */
function livelocked({ worlds, next, settled }: Explored): Set<string> {
  const before = worlds.map((): number[] => []);
  for (const [from, followers] of next.entries()) for (const to of followers) before[to]?.push(from);
  const good = new Set(settled);
  const open = [...settled];
  for (let number = open.pop(); number !== undefined; number = open.pop()) {
    for (const earlier of before[number] ?? []) {
      if (good.has(earlier)) continue;
      good.add(earlier);
      open.push(earlier);
    }
  }
  const nodes = new Set<string>();
  for (const [number, world] of worlds.entries()) {
    if (!good.has(number)) for (const { at } of world.root.tokens) nodes.add(at);
  }
  return nodes;
}
