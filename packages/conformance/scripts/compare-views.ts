import { parseArgs } from "node:util";
import fc from "fast-check";
import { losslessViews } from "../views/lossless.ts";

/**
 * Looks at random flows as columns of steps, edits them there, and undoes it all:
 * `node packages/conformance/scripts/compare-views.ts --flows 5000 --seed 1`.
 */
const { values } = parseArgs({
  options: { flows: { type: "string", default: "5000" }, seed: { type: "string", default: "1" } },
});
const seen = { flows: 0, edits: 0, free: 0 };
const result = fc.check(losslessViews(seen), { numRuns: Number(values.flows), seed: Number(values.seed) });
console.log(`${seen.flows} flows, ${seen.edits} edits, ${seen.free} columns with steps whose lines cross`);
if (result.failed) {
  console.error(fc.defaultReportMessage(result));
  process.exitCode = 1;
}
