import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import fc from "fast-check";
import { smallFlow } from "../generator/small-flows.ts";
import { compareProof } from "../reference/comparison/compare-proof.ts";

/**
 * Judges the prover by the search through all states, on random small flows:
 * `node packages/conformance/scripts/compare-prover.ts --flows 20000 --seed 1`. It works in chunks, each with a seed of
 * its own; `--from CHUNK` goes on where another call stopped, `--keep FILE` writes a flow that differs as JSON.
 */
const { values } = parseArgs({
  options: {
    flows: { type: "string", default: "2000" },
    seed: { type: "string", default: "1" },
    from: { type: "string", default: "0" },
    states: { type: "string", default: "1500" },
    keep: { type: "string" },
  },
});
const CHUNK = 500;
const flows = Number(values.flows);
let done = 0;
let partly = 0;
for (let chunk = Number(values.from); chunk * CHUNK < flows; chunk++) {
  const property = fc.property(smallFlow, (definition) => {
    const { differences, complete } = compareProof(definition, Number(values.states));
    done++;
    if (!complete) partly++;
    return differences.length === 0;
  });
  const numRuns = Math.min(CHUNK, flows - chunk * CHUNK);
  const result = fc.check(property, { seed: Number(values.seed) * 1_000_003 + chunk, numRuns });
  const [smallest] = result.counterexample ?? [];
  if (smallest) {
    const { nodes, edges } = smallest;
    console.log(`chunk ${chunk} (--from ${chunk}): prover and search differ.`);
    for (const part of [...nodes, ...edges]) console.log(`  ${JSON.stringify(part)}`);
    console.log(compareProof(smallest, Number(values.states)).differences.join("\n"));
    if (values.keep) writeFileSync(values.keep, `${JSON.stringify(smallest, null, 2)}\n`);
    process.exitCode = 1;
    break;
  }
  console.log(`chunk ${chunk}: ${done} flows, ${partly} not looked at to the end by one of the two`);
}
