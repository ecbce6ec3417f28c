import type { Edge, Node, WorkflowDefinition } from "@flowright/definition";

/** What a plain look at every state finds, as sets of node ids. */
export interface NaiveFindings {
  readonly stuck: ReadonlySet<string>;
  readonly twice: ReadonlySet<string>;
  readonly endTwice: ReadonlySet<string>;
  readonly dead: ReadonlySet<string>;
  readonly livelock: boolean;
}

type State = readonly string[];

const STEPS: ReadonlySet<Node["kind"]> = new Set([
  "userTask",
  "approval",
  "serviceTask",
  "scriptTask",
  "catch",
]);

/**
 * Plays every order of every move of a flow without containers, one token at a time, with no reductions whatever. A
 * state is the sorted list of its tokens: a node, `join<edge` for one that is counted, `end!` for an end that was
 * reached. Null where there are more states than can be looked at.
 */
export function naiveSearch({ nodes, edges }: WorkflowDefinition, most: number): NaiveFindings | null {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const out = (id: string) => edges.filter(({ source }) => source === id);
  const into = (id: string) => edges.filter(({ target }) => target === id);
  const isJoin = (id: string) => byId.get(id)?.kind === "parallel" && into(id).length > 1;
  const visited = new Set<string>();
  const twice = new Set<string>();
  const endTwice = new Set<string>();
  const stuck = new Set<string>();

  const put = (tokens: string[], edge: Edge): string[] => {
    visited.add(edge.target);
    if (!isJoin(edge.target)) return [...tokens, edge.target];
    const counted = [...tokens, `${edge.target}<${edge.id}`];
    const all = into(edge.target).map(({ id }) => `${edge.target}<${id}`);
    if (!all.every((one) => counted.includes(one))) return counted;
    const left = all.reduce((rest, one) => without(rest, one), counted);
    return out(edge.target).reduce((rest, next) => put(rest, next), left);
  };

  const movesOf = (state: State, token: string): State[] => {
    const node = byId.get(token);
    if (!node) return [];
    const rest = without([...state], token);
    if (node.kind === "end") {
      if (node.result?.type === "terminate") return [[]];
      if (rest.includes(`${token}!`)) {
        endTwice.add(token);
        return [rest];
      }
      return [[...rest, `${token}!`]];
    }
    const own = out(token);
    const ways =
      node.kind === "exclusive"
        ? own.map((edge) => [edge])
        : node.kind === "approval"
          ? byOutcome(own)
          : [own];
    if (ways.length === 0) return [rest];
    return ways.map((way) => way.reduce((tokens, edge) => put(tokens, edge), rest));
  };

  const states: State[] = nodes.filter(({ kind }) => kind === "start").map(({ id }) => [id]);
  for (const [start] of states) visited.add(start ?? "");
  const known = new Map(states.map((state, index) => [state.join(), index]));
  const next: number[][] = [];
  for (let index = 0; index < states.length; index++) {
    const state = states[index] ?? [];
    const tokens = state.filter((token) => byId.has(token));
    for (const [place, token] of tokens.entries()) {
      if (tokens.indexOf(token) !== place && STEPS.has(byId.get(token)?.kind ?? "start")) twice.add(token);
      if (tokens.filter((other) => other === token).length > 3) return null;
    }
    if (tokens.length === 0)
      for (const token of state) if (token.includes("<")) stuck.add(token.split("<")[0] ?? "");
    next[index] = [...new Set(tokens)].flatMap((token) =>
      movesOf(state, token).map((following) => {
        const sorted = [...following].sort();
        const number = known.get(sorted.join()) ?? states.push(sorted) - 1;
        known.set(sorted.join(), number);
        return number;
      }),
    );
    if (states.length > most) return null;
  }
  return {
    stuck,
    twice,
    endTwice,
    dead: new Set(nodes.map(({ id }) => id).filter((id) => !visited.has(id))),
    livelock: neverSettles(next),
  };
}

function byOutcome(edges: readonly Edge[]): Edge[][] {
  return (["approved", "rejected"] as const)
    .map((outcome) => {
      const drawn = edges.filter((edge) => edge.outcome === outcome);
      return drawn.length > 0 ? drawn : edges.filter((edge) => edge.outcome === undefined);
    })
    .filter((way) => way.length > 0);
}

/** Whether some state leads to no state that nothing leads out of. */
function neverSettles(next: readonly (readonly number[])[]): boolean {
  const good = new Set(next.flatMap((followers, state) => (followers.length === 0 ? [state] : [])));
  for (let size = -1; size < good.size; ) {
    size = good.size;
    for (const [state, followers] of next.entries())
      if (followers.some((one) => good.has(one))) good.add(state);
  }
  return good.size < next.length;
}

function without(tokens: readonly string[], token: string): string[] {
  const at = tokens.indexOf(token);
  return [...tokens.slice(0, at), ...tokens.slice(at + 1)];
}
