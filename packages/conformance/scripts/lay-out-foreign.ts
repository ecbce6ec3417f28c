import { parseArgs } from "node:util";
import fc from "fast-check";
import { layoutProperty } from "../views/laid-out.ts";

/**
 * Lays out graphs of foreign shape and looks for steps that cover each other:
 * `node packages/conformance/scripts/lay-out-foreign.ts --graphs 1000 --seed 1 --most 60`.
 */
const { values } = parseArgs({
  options: {
    graphs: { type: "string", default: "1000" },
    seed: { type: "string", default: "1" },
    most: { type: "string", default: "60" },
  },
});
const seen = { graphs: 0, steps: 0, lines: 0 };
const result = fc.check(layoutProperty(seen, Number(values.most)), {
  numRuns: Number(values.graphs),
  seed: Number(values.seed),
});
console.log(`${seen.graphs} graphs with ${seen.steps} steps and ${seen.lines} lines laid out`);
if (result.failed) {
  console.error(fc.defaultReportMessage(result));
  process.exitCode = 1;
}
