/**
 * `npm run soak`: the long campaigns. Without a name the crash campaign of the return flow, about ten minutes; with
 * names those, with the flags that follow: `npm run soak kill-node pause-node -- --full`. `npm run soak -- --list` tells
 * the names. Short ones are part of the tests.
 */
import { ensureWorkspace, ROOT, WORKSPACE_NODE } from "./setup/ensure-workspace.mjs";
import { runInTerminal } from "./setup/run-command.mjs";
import { runMain } from "./setup/step.mjs";

/** Campaigns that are programs of their own; every other name is a fault. */
const PROGRAMS = new Map([
  ["returns", "examples/return-handling/test/crash/main.ts"],
  ["simulation", "packages/conformance/simulation/main.ts"],
  ["three-inputs", "packages/designer/bench/three-inputs.ts"],
]);
const FAULTS = "packages/conformance/faults/main.ts";

await runMain(async () => {
  await ensureWorkspace();
  const words = process.argv.slice(2);
  const own = PROGRAMS.get(words[0] ?? "returns");
  const args = own ? [own, ...words.slice(1)] : [FAULTS, ...words];
  return runInTerminal(WORKSPACE_NODE, args, { cwd: ROOT });
});
