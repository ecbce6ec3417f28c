import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import type { WorkflowDefinition } from "@flowright/definition";
import { features } from "../generator/features.ts";
import { compareChunk, told } from "../generator/pairs.ts";
import type { Compared } from "../reference/comparison/compare.ts";
import { Flow } from "../reference/flow.ts";

/**
 * Plays random cases of random flows in the engine and in the reference interpreter and compares them step by step:
 * `node packages/conformance/scripts/compare-with-reference.ts --pairs 100000 --seed 1`. It works in chunks, each with
 * a seed of its own; `--from CHUNK` goes on where another call stopped, `--keep FILE` writes what differs as JSON.
 */
const { values } = parseArgs({
  options: {
    pairs: { type: "string", default: "2000" },
    seed: { type: "string", default: "1" },
    from: { type: "string", default: "0" },
    keep: { type: "string" },
    only: { type: "string" },
  },
});
const CHUNK = 500;
const pairs = Number(values.pairs);
const seed = Number(values.seed);
const drawnKinds = features(values.only);
const happened = new Map<string, number>();
const successors = new Map<string, number>();
let done = 0;
const leftOut = new Map<string, number>();
let steps = 0;
const began = Date.now();
for (let chunk = Number(values.from); chunk * CHUNK < pairs; chunk++) {
  const runs = Math.min(CHUNK, pairs - chunk * CHUNK);
  const result = compareChunk(drawnKinds, { seed: seed * 1_000_003 + chunk, runs }, count);
  done += result.runs;
  for (const [why, times] of result.leftOut) leftOut.set(why, (leftOut.get(why) ?? 0) + times);
  steps += result.steps;
  if (result.difference) {
    console.log(`chunk ${chunk} (--from ${chunk}):\n${told(result.difference)}`);
    const { pair, compared } = result.difference;
    const kept = { definition: pair.definition, actions: compared.actions };
    if (values.keep) writeFileSync(values.keep, `${JSON.stringify(kept, null, 2)}\n`);
    process.exitCode = 1;
    break;
  }
  if (chunk % 10 === 9 || (chunk + 1) * CHUNK >= pairs) {
    const memory = Math.round(process.memoryUsage().heapUsed / 1e6);
    const seconds = Math.round((Date.now() - began) / 1000);
    console.log(
      `chunk ${chunk}: ${done} pairs, ${steps} steps, left out: ${toldOf(leftOut)}; ${seconds} s, ${memory} MB`,
    );
  }
}
console.log(`What happened in them: ${toldOf(happened)}.`);
console.log(`${successors.size} pairs of kinds in a row:`);
for (const [kinds, times] of [...successors].sort(([, one], [, other]) => other - one)) {
  console.log(`${String(times).padStart(8)}  ${kinds}`);
}

function toldOf(counts: ReadonlyMap<string, number>): string {
  return [...counts].map(([what, times]) => `${times} ${what}`).join(", ") || "none";
}

function count(definition: WorkflowDefinition, compared: Compared): void {
  for (const { do: what } of compared.actions) happened.set(what, (happened.get(what) ?? 0) + 1);
  const flow = new Flow(definition);
  for (const id of compared.edges) {
    const { source, target } = flow.edge(id);
    const kinds = `${kindOf(flow, source)} → ${kindOf(flow, target)}`;
    successors.set(kinds, (successors.get(kinds) ?? 0) + 1);
  }
}

function kindOf(flow: Flow, id: string): string {
  const node = flow.node(id);
  const loop = "loop" in node && node.loop ? ` ${node.loop.type}` : "";
  if (node.kind === "end") return `end ${node.result?.type ?? "none"}`;
  if (node.kind === "catch" || node.kind === "throw" || node.kind === "boundary")
    return `${node.kind} ${node.event.type}`;
  return `${node.kind}${loop}`;
}
