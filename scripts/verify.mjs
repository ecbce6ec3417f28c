/**
 * `npm run verify`: every gate, the cheap ones first, then the tests. The same here and in CI.
 *
 * All gates are run even if one fails, so that one run tells everything; a failed gate counts as one failure in
 * the last line, a passed one as one pass. `--gates` runs only the gates.
 */

import { ensureWorkspace } from "./setup/ensure-workspace.mjs";
import { GATES, runGate } from "./setup/gates.mjs";
import { runTests, summaryLine } from "./setup/run-tests.mjs";
import { runMain } from "./setup/step.mjs";

await runMain(async () => {
  await ensureWorkspace();
  const args = process.argv.slice(2);
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const gate of GATES) {
    if (await runGate(gate)) counts.passed += 1;
    else counts.failed += 1;
  }
  if (!args.includes("--gates")) {
    const tests = await runTests(args);
    counts.passed += tests.passed;
    counts.failed += tests.failed;
    counts.skipped += tests.skipped;
  }
  console.log(summaryLine(counts));
  return counts.failed > 0 ? 1 : 0;
});
