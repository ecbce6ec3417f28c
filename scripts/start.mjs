/** `npm start`: set up what is missing, then run the `flowright start` program; arguments are passed on. */
import path from "node:path";
import { ensureStudio } from "./setup/ensure-studio.mjs";
import { ensureWorkspace, ROOT, WORKSPACE_NODE } from "./setup/ensure-workspace.mjs";
import { runInTerminal } from "./setup/run-command.mjs";
import { runMain } from "./setup/step.mjs";

await runMain(async () => {
  await ensureWorkspace();
  await ensureStudio();
  const program = path.join(ROOT, "apps/server/bin/flowright.mjs");
  return runInTerminal(WORKSPACE_NODE, [program, "start", ...process.argv.slice(2)], { cwd: ROOT });
});
