import { parseArgs } from "node:util";
import fc from "fast-check";
import { flowOfEverything } from "../bpmn/flow-of-everything.ts";
import { roundTrip } from "../bpmn/round-trip.ts";
import { runsAlike } from "../bpmn/runs-alike.ts";
import { schemaErrors } from "../bpmn/xml-schema.ts";
import { features } from "../generator/features.ts";
import { run } from "../generator/run.ts";

/**
 * Sends random flows out as BPMN and reads them back: they have to be the same, to run alike in three random cases each,
 * and their files have to be valid by the schemas of the OMG:
 * `node packages/conformance/scripts/round-trip-bpmn.ts --flows 10000 --seed 1`.
 */
const { values } = parseArgs({
  options: { flows: { type: "string", default: "1000" }, seed: { type: "string", default: "1" } },
});
const CHUNK = 200;
const CASES = 3;
const flows = Number(values.flows);
const seed = Number(values.seed);
const kinds = features();
let done = 0;
for (let chunk = 0; chunk * CHUNK < flows && process.exitCode !== 1; chunk++) {
  const files: Record<string, string> = {};
  const property = fc.property(
    flowOfEverything(kinds),
    fc.array(run(kinds), { minLength: CASES, maxLength: CASES }),
    (definition, runs) => {
      const { xml, back, difference } = roundTrip(definition);
      if (!back || difference !== null) throw new Error(difference ?? "nothing came back");
      for (const one of runs) {
        const parted = runsAlike(definition, back, one);
        if (parted !== null) throw new Error(parted);
      }
      files[`flow-${Object.keys(files).length}.bpmn`] = xml;
    },
  );
  const numRuns = Math.min(CHUNK, flows - chunk * CHUNK);
  const checked = fc.check(property, { seed: seed * 1_000_003 + chunk, numRuns });
  const errors = checked.failed ? [] : await schemaErrors(files);
  done += checked.numRuns;
  if (checked.failed) {
    console.log(
      `chunk ${chunk}: ${String(checked.errorInstance)}\n${JSON.stringify(checked.counterexample?.[0])}`,
    );
    process.exitCode = 1;
  } else if (errors.length > 0) {
    console.log(`chunk ${chunk}: ${errors.slice(0, 20).join("\n")}`);
    process.exitCode = 1;
  } else console.log(`${done} flows came back the same, ran alike and are valid`);
}
