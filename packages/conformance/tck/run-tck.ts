/**
 * Runs the DMN TCK against the engine: `run-tck.ts --from DIR [--only WORD] [--failures]`.
 * DIR holds `TestCases/compliance-level-2` and `-3` of the public repository dmn-tck/tck.
 */
import { readdirSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { type Outcome, runFolder } from "./src/run-folder.ts";
import { shown } from "./src/shown.ts";

const { values } = parseArgs({
  options: { from: { type: "string" }, only: { type: "string" }, failures: { type: "boolean" } },
});
if (values.from === undefined) {
  console.error("Say where the TCK is: --from DIR (a copy of github.com/dmn-tck/tck).");
  process.exit(2);
}
let passed = 0;
let total = 0;
for (const level of ["compliance-level-2", "compliance-level-3"]) {
  const root = path.join(values.from, "TestCases", level);
  for (const entry of readdirSync(root, { withFileTypes: true }).sort((a, b) =>
    a.name.localeCompare(b.name),
  )) {
    if (!entry.isDirectory() || (values.only !== undefined && !entry.name.includes(values.only))) continue;
    const outcomes = runFolder(path.join(root, entry.name));
    const good = outcomes.filter((one) => one.passed).length;
    passed += good;
    total += outcomes.length;
    if (good < outcomes.length) console.log(`${entry.name}: ${good}/${outcomes.length}`);
    if (values.failures) for (const one of outcomes) if (!one.passed) print(one);
  }
}
console.log(`${passed}/${total}`);

function print(outcome: Outcome): void {
  console.log(
    `  ${outcome.id}: expected ${shown(outcome.expected)}, found ${shown(outcome.found)} ${outcome.problems.slice(0, 1).join("; ")}`,
  );
}
