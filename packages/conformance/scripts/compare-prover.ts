import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import type { WorkflowDefinition } from "@flowright/definition";
import { playCounterExample, prove } from "@flowright/engine";
import fc from "fast-check";
import { smallFlow } from "../generator/small-flows.ts";
import { type ComparedProof, compareProof } from "../reference/comparison/compare-proof.ts";

/**
 * Judges the prover by the search through all states, on random small flows:
 * `node packages/conformance/scripts/compare-prover.ts --flows 20000 --seed 1`. It works in chunks, each with a seed of
 * its own; `--from CHUNK` goes on where another call stopped, `--keep FILE` writes a flow that differs as JSON. Flows that
 * one of the two did not look at to the end are counted for each of them, and why. With `--play` every counter-example is
 * played in the engine, too, and has to come to the state that it names.
 */
const { values } = parseArgs({
  options: {
    flows: { type: "string", default: "2000" },
    seed: { type: "string", default: "1" },
    from: { type: "string", default: "0" },
    states: { type: "string", default: "4000" },
    play: { type: "boolean", default: false },
    keep: { type: "string" },
  },
});
const CHUNK = 500;
const flows = Number(values.flows);
const counts = new Map<string, number>();
const plays = new Map<string, number>();

function count({ proved, left }: ComparedProof): void {
  const ending = left === null ? "search whole" : `search ${left}`;
  const name = proved && left === null ? "whole" : `${proved ? "prover whole" : "prover in part"}, ${ending}`;
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

/** Counter-examples that the engine does not play to where they should lead; what does not compile is left out. */
function unplayed(definition: WorkflowDefinition): string[] {
  if (!values.play) return [];
  return prove(definition).findings.flatMap((finding) => {
    if (finding.moves.length === 0) return [];
    const { state, reached } = playCounterExample(definition, finding);
    const name = state === null ? "not compiled" : "played";
    plays.set(name, (plays.get(name) ?? 0) + 1);
    return state === null || reached
      ? []
      : [`${finding.code} at ${finding.nodes.join(" ")} cannot be played`];
  });
}

for (let chunk = Number(values.from); chunk * CHUNK < flows; chunk++) {
  const property = fc.property(smallFlow, (definition) => {
    const compared = compareProof(definition, Number(values.states));
    const differs = compared.differences.length > 0 || unplayed(definition).length > 0;
    if (!differs) count(compared);
    return !differs;
  });
  const numRuns = Math.min(CHUNK, flows - chunk * CHUNK);
  const result = fc.check(property, { seed: Number(values.seed) * 1_000_003 + chunk, numRuns });
  const [smallest] = result.counterexample ?? [];
  if (smallest) {
    const { nodes, edges } = smallest;
    console.log(`chunk ${chunk} (--from ${chunk}): prover and search differ.`);
    for (const part of [...nodes, ...edges]) console.log(`  ${JSON.stringify(part)}`);
    const { differences } = compareProof(smallest, Number(values.states));
    console.log([...differences, ...unplayed(smallest)].join("\n"));
    if (values.keep) writeFileSync(values.keep, `${JSON.stringify(smallest, null, 2)}\n`);
    process.exitCode = 1;
    break;
  }
  const lines = [...[...counts].sort(), ...plays].map(([name, number]) => `${name}: ${number}`);
  console.log(`to chunk ${chunk}: ${lines.join("; ")}`);
}
