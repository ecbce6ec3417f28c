import type { FlowGraph, Way } from "./flow-graph.ts";

/** A step with several ways on, and where the column that it stands in ends (null: at the end of everything). */
export interface Fork {
  readonly source: string | null;
  /** Its ways onward, returns left out. */
  readonly ways: readonly Way[];
  readonly stop: string | null;
}

/** What can be reached from some steps without going past others; those themselves are not entered. */
export function reached(
  graph: FlowGraph,
  from: readonly string[],
  without: readonly (string | null)[],
  within: (id: string) => boolean = () => true,
): Set<string> {
  const enters = (id: string) => !without.includes(id) && within(id);
  const found = new Set(from.filter(enters));
  for (const id of found) {
    for (const { target } of graph.onward.get(id) ?? []) if (enters(target)) found.add(target);
  }
  return found;
}

/** Whether nothing can follow a step: several branches may lead there without belonging together. */
export function isEnd(graph: FlowGraph, id: string): boolean {
  return !graph.onward.has(id) && !graph.back.has(id) && graph.nodes.get(id)?.kind === "end";
}

/**
 * Where the branches of a fork come together: the first step that at least two of them lead to and that no line goes
 * past except to an end. Where all branches but one end or return, that one goes on below instead of in a column of
 * its own. Null: every branch ends for itself.
 */
export function mergeOf(graph: FlowGraph, fork: Fork, placed: ReadonlySet<string>): string | null {
  const { ways, stop } = fork;
  const targets = ways.map(({ target }) => target);
  const near = nearMerge(graph, fork);
  if (near !== null) return near;
  const areas = targets.map((target) => reached(graph, [target], [stop]));
  const toStop = targets.filter((target, at) => target === stop || leadsTo(graph, areas[at], stop));
  if (toStop.length > 1) return stop;
  const alone = ways.length === 1 && ways[0]?.boundary === null ? targets[0] : undefined;
  const only = toStop[0] ?? alone;
  if (only !== undefined && fork.source !== null) return isMerge(graph, fork, only) ? only : stop;
  return commonEnd(graph, areas, placed) ?? (fork.source === null ? null : mainBranch(graph, fork, areas));
}

/** How many places of the order are looked at first; twice as many each time nothing is found. */
const NEAR = 64;

/** The first step in which branches come together; looked for near by, because it mostly is. */
function nearMerge(graph: FlowGraph, fork: Fork): string | null {
  const targets = fork.ways.map(({ target }) => target);
  const rankOf = (id: string) => graph.rank.get(id) ?? 0;
  const first = Math.min(...targets.map(rankOf));
  const passed = new Set<string>();
  for (let reach = NEAR; ; reach *= 2) {
    const within = (id: string) => rankOf(id) <= first + reach;
    const areas = targets.map((target) => reached(graph, [target], [fork.stop], within));
    const leadTo = (id: string) => areas.filter((area) => area.has(id)).length;
    const candidates = [...new Set(areas.flatMap((area) => [...area]))]
      .filter((id) => !passed.has(id) && (graph.inward.get(id)?.length ?? 0) > 1)
      .filter((id) => !isEnd(graph, id) && leadTo(id) > 1)
      .sort((a, b) => rankOf(a) - rankOf(b));
    const merge = candidates.find((id) => isMerge(graph, fork, id));
    if (merge !== undefined) return merge;
    for (const id of candidates) passed.add(id);
    if (reach > graph.rank.size) return null;
  }
}

function leadsTo(graph: FlowGraph, area: ReadonlySet<string> | undefined, stop: string | null): boolean {
  if (stop === null || !area) return false;
  return (graph.inward.get(stop) ?? []).some(({ source }) => area.has(source));
}

/** Whether everything before a step is really before it: nothing in between is reached from behind it. */
function isMerge(graph: FlowGraph, { source, ways, stop }: Fork, merge: string): boolean {
  if (merge === stop) return true;
  const targets = ways.map(({ target }) => target);
  const before = reached(graph, targets, [merge]);
  if (stop !== null && before.has(stop)) return false;
  return [...before].every(
    (id) =>
      isEnd(graph, id) ||
      (graph.inward.get(id) ?? []).every((way) => before.has(way.source) || way.source === source),
  );
}

/** An end at which at least two branches end as a whole. */
function commonEnd(
  graph: FlowGraph,
  areas: readonly ReadonlySet<string>[],
  placed: ReadonlySet<string>,
): string | null {
  const single = areas.flatMap((area) => {
    const ends = [...area].filter((id) => !graph.onward.has(id) && !graph.back.has(id));
    return ends.length === 1 && ends[0] !== undefined && isEnd(graph, ends[0]) ? [ends[0]] : [];
  });
  return single.find((id, at) => !placed.has(id) && single.indexOf(id) !== at) ?? null;
}

/** Whether a branch leads nowhere but back. */
function onlyReturns(graph: FlowGraph, area: ReadonlySet<string> | undefined): boolean {
  return [...(area ?? [])].every((id) => graph.onward.has(id) || graph.back.has(id));
}

/** Steps that a branch may have to count as a short way out beside the one that goes on. */
const SHORT = 3;

function mainBranch(graph: FlowGraph, fork: Fork, areas: readonly ReadonlySet<string>[]): string | null {
  const own = fork.ways.filter(({ boundary }) => boundary === null);
  if (own.length === 1 && own[0] && areas.length > 1) {
    // Beside a step, what happens by an event is the exception.
    return !isEnd(graph, own[0].target) && isMerge(graph, fork, own[0].target) ? own[0].target : null;
  }
  if (fork.ways.length < 2) return null;
  const ending = fork.ways.filter((_, at) => !onlyReturns(graph, areas[at]));
  const onward = ending.length === 1 ? ending[0]?.target : undefined;
  if (onward !== undefined) return !isEnd(graph, onward) && isMerge(graph, fork, onward) ? onward : null;
  const sizes = areas.map((area) => area.size);
  const largest = sizes.indexOf(Math.max(...sizes));
  const others = areas.filter((_, at) => at !== largest);
  const short = others.every(
    (area) => area.size <= SHORT && [...area].every((id) => (graph.onward.get(id)?.length ?? 0) <= 1),
  );
  const main = fork.ways[largest]?.target;
  if (!short || main === undefined || isEnd(graph, main)) return null;
  if ((sizes[largest] ?? 0) < 2 + Math.max(0, ...others.map((area) => area.size))) return null;
  return isMerge(graph, fork, main) ? main : null;
}
