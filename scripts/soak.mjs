/** `npm run soak`: the long crash campaign, about ten minutes; a short one is part of the tests. */
import { ensureWorkspace, ROOT, WORKSPACE_NODE } from "./setup/ensure-workspace.mjs";
import { runInTerminal } from "./setup/run-command.mjs";
import { runMain } from "./setup/step.mjs";

await runMain(async () => {
  await ensureWorkspace();
  return runInTerminal(WORKSPACE_NODE, ["examples/return-handling/test/crash/main.ts"], { cwd: ROOT });
});
