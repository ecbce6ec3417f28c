/** Times the prover. `node packages/engine/bench/prove.ts` prints tables: generated drawings, parallel and hostile ones. */
import type { Edge, Node, WorkflowDefinition } from "@flowright/definition";
import { prove } from "../src/index.ts";

/** A generator with a seed, so that every run draws the same. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

class Paper {
  readonly nodes: Node[] = [{ id: "start", kind: "start" }];
  readonly edges: Edge[] = [];

  add(make: (id: string) => Node, after?: string, more: Partial<Edge> = {}): string {
    const node = make(`n${this.nodes.length}`);
    this.nodes.push(node);
    if (after !== undefined) this.line(after, node.id, more);
    return node.id;
  }

  line(source: string, target: string, more: Partial<Edge> = {}): void {
    this.edges.push({ id: `e${this.edges.length}`, source, target, ...more });
  }

  definition(id: string): WorkflowDefinition {
    return { schema: "flowright/workflow/v1", id, name: id, nodes: this.nodes, edges: this.edges };
  }
}

const task = (id: string): Node => ({ id, kind: "userTask", who: { type: "people", people: ["ann"] } });
const fork = (id: string): Node => ({ id, kind: "parallel" });
const choice = (id: string): Node => ({ id, kind: "exclusive" });
const several = (id: string): Node => ({ id, kind: "inclusive" });
const end = (id: string): Node => ({ id, kind: "end" });

/** As people draw: blocks within blocks, early ends, here and there a line that crosses blocks or a wrong join. */
function generated(size: number, random: () => number): WorkflowDefinition {
  const paper = new Paper();
  const block = (after: string, budget: number, depth: number): string => {
    let last = after;
    while (budget > 0) {
      const pick = random();
      if (pick < 0.5 || budget < 6 || depth > 4) {
        last = paper.add(task, last);
        budget--;
        continue;
      }
      const ways = 2 + Math.floor(random() * 2);
      const inner = Math.floor((budget - 2) / ways / (1 + random()));
      const [split, join] = pick < 0.7 ? [choice, choice] : pick < 0.92 ? [fork, fork] : [several, several];
      const opened = paper.add(split, last);
      const closed = paper.add(random() < 0.03 ? fork : join);
      for (let way = 0; way < ways; way++) {
        const from = block(opened, Math.max(1, inner), depth + 1);
        if (split === choice && way > 0 && random() < 0.15) paper.add(end, from);
        else paper.line(from, closed);
      }
      for (const [index, edge] of paper.edges.filter(({ source }) => source === opened).entries())
        if (split !== fork)
          Object.assign(edge, index === 0 ? { default: true } : { condition: `a > ${index}` });
      if (random() < 0.2 && split === choice) paper.line(closed, opened);
      last = closed;
      budget -= 2 + ways * inner;
    }
    return last;
  };
  const last = block("start", size - 2, 0);
  paper.add(end, last);
  for (let crossing = Math.floor(random() * 3); crossing > 0; crossing--) {
    const from = paper.nodes[1 + Math.floor(random() * (paper.nodes.length - 2))];
    const to = paper.nodes[1 + Math.floor(random() * (paper.nodes.length - 2))];
    if (from && to && from.kind === "exclusive") paper.line(from.id, to.id, { condition: "b > 9" });
  }
  return paper.definition("generated");
}

function branches(count: number, crossed: boolean): WorkflowDefinition {
  const paper = new Paper();
  const split = paper.add(fork, "start");
  const join = paper.add(fork);
  for (let branch = 0; branch < count; branch++) {
    const first = paper.add(task, split);
    const way = crossed ? paper.add(choice, first) : first;
    const second = paper.add(task, way, crossed ? { default: true } : {});
    if (crossed) paper.add(end, way, { condition: "a > 1" });
    paper.line(second, join);
  }
  paper.add(end, join);
  return paper.definition("branches");
}

/** Parallel blocks of two branches, one in the other. */
function nested(levels: number, size: number): WorkflowDefinition {
  const paper = new Paper();
  const draw = (after: string, level: number): string => {
    if (level === 0) return paper.add(task, after);
    const split = paper.add(fork, after);
    const inner = draw(paper.add(task, split), level - 1);
    const join = paper.add(fork, paper.add(task, inner));
    paper.line(paper.add(task, split), join);
    return join;
  };
  let last = draw("start", levels);
  while (paper.nodes.length < size - 1) last = paper.add(task, last);
  paper.add(end, last);
  return paper.definition("nested");
}

function tangle(size: number, random: () => number): WorkflowDefinition {
  const paper = new Paper();
  const kinds = [task, fork, choice, several, fork, choice];
  for (let count = 1; count < size; count++) paper.add(kinds[Math.floor(random() * kinds.length)] ?? task);
  for (const { id } of paper.nodes)
    for (let line = 0; line < 2; line++)
      paper.line(
        id,
        `n${1 + Math.floor(random() * (size - 1))}`,
        line === 0 ? { default: true } : { condition: "a" },
      );
  return paper.definition("tangle");
}

function row(name: string, definitions: readonly WorkflowDefinition[]) {
  const times: number[] = [];
  let states = 0;
  let unproven = 0;
  let found = 0;
  for (const definition of definitions) {
    const before = performance.now();
    const proof = prove(definition);
    times.push(performance.now() - before);
    states = Math.max(states, proof.states);
    if (!proof.complete) unproven++;
    if (proof.findings.length > 0) found++;
  }
  times.sort((a, b) => a - b);
  const at = (share: number) =>
    (times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(1);
  return {
    drawings: name,
    count: times.length,
    "p50 ms": at(0.5),
    "p95 ms": at(0.95),
    "max ms": at(1),
    "most states": states,
    "with findings": found,
    "not proven": unproven,
  };
}

const random = randomFrom(7);
for (let warm = 0; warm < 50; warm++) prove(generated(40, random));
const drawn = Array.from({ length: 1_000 }, () => generated(10 + Math.floor(random() * 91), random));
console.table([
  row("generated, up to 100 nodes", drawn),
  row("17 parallel branches", [branches(17, false)]),
  row("17 parallel branches that may end early", [branches(17, true)]),
  row("12 nested parallel blocks, 100 nodes", [nested(12, 100)]),
  row("tangle of 500 nodes", [tangle(500, random)]),
  row("tangle of 5,000 nodes", [tangle(5_000, random)]),
]);
