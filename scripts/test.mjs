/**
 * `npm test`: set up what is missing, run the tests and end with the line `N passed, N failed, N skipped`.
 *
 * `npm test -- packages/engine` runs the tests whose path contains that; `--no-browser` leaves out those that
 * need Chromium.
 */

import { ensureWorkspace } from "./setup/ensure-workspace.mjs";
import { runTests, summaryLine } from "./setup/run-tests.mjs";
import { runMain } from "./setup/step.mjs";

await runMain(async () => {
  await ensureWorkspace();
  const counts = await runTests(process.argv.slice(2));
  console.log(summaryLine(counts));
  return counts.failed > 0 ? 1 : 0;
});
