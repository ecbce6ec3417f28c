import type { Node, WorkflowDefinition } from "@flowright/definition";
import { isActivity, isContainer } from "@flowright/definition";
import { Flow } from "./flow.ts";
import { AbstractGame, type World } from "./search/abstract-game.ts";

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
  const findings: SearchFinding[] = [
    ...one("deadlock", explored.deadlocked),
    ...one("lack-of-synchronisation", explored.twice),
    ...one("improper-completion", game.improper),
  ];
  if (explored.complete) {
    const dead = [...stepsOf(flow)].filter((id) => !game.visited.has(id));
    findings.push(...one("dead-step", dead), ...one("livelock", livelocked(explored)));
  }
  return { findings, complete: explored.complete };
}

function one(code: SearchCode, nodes: Iterable<string>): SearchFinding[] {
  const ids = [...nodes].sort();
  return ids.length > 0 ? [{ code, nodes: ids }] : [];
}

interface Explored {
  readonly worlds: readonly World[];
  /** From the number of a state to those that follow. */
  readonly next: readonly (readonly number[])[];
  /** Numbers of the states where all is over or something is stuck for good. */
  readonly settled: ReadonlySet<number>;
  readonly deadlocked: ReadonlySet<string>;
  readonly twice: ReadonlySet<string>;
  readonly complete: boolean;
}

function explore(game: AbstractGame, limit: number): Explored {
  const numbers = new Map<string, number>();
  const worlds: World[] = [];
  const next: number[][] = [];
  const settled = new Set<number>();
  const deadlocked = new Set<string>();
  const twice = new Set<string>();
  let complete = true;
  const numberOf = (world: World): number => {
    const key = game.key(world);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, worlds.length);
    worlds.push(world);
    return worlds.length - 1;
  };
  for (const world of game.beginnings()) numberOf(world);
  for (let number = 0; number < worlds.length; number++) {
    const world = worlds[number] as World;
    next.push([]);
    for (const node of game.twiceIn(world)) twice.add(node);
    const stuck = game.stuckJoins(world);
    for (const node of stuck) deadlocked.add(node);
    if (stuck.length > 0 || world.over !== null) settled.add(number);
    if (world.over !== null) continue;
    if (game.grows(world) || worlds.length > limit) {
      complete = false;
      settled.add(number);
      continue;
    }
    for (const following of game.successors(world)) next[number]?.push(numberOf(following));
  }
  return { worlds, next, settled, deadlocked, twice, complete };
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

/** Every node but the handlers that only an undoing calls. */
function* stepsOf(flow: Flow): Generator<string> {
  for (const place of flow.places.values()) {
    for (const node of place.nodes) if (!isHandler(flow, node)) yield node.id;
  }
}

function isHandler(flow: Flow, node: Node): boolean {
  if (node.kind === "boundary") return node.event.type === "compensation";
  const incoming = flow.incoming(node.id);
  if (isActivity(node) && incoming.length > 0) {
    return incoming.every((edge) => {
      const source = flow.node(edge.source);
      return source.kind === "boundary" && source.event.type === "compensation";
    });
  }
  const { container } = flow.placeOf(node.id);
  if (container && isContainer(container) && isUndoing(flow, container)) return true;
  return node.kind === "eventSubProcess" && isUndoing(flow, node);
}

function isUndoing(flow: Flow, container: Node): boolean {
  const start = flow.startIn(flow.place(container.id));
  return start?.trigger?.type === "compensation";
}
