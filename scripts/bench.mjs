/**
 * `npm run bench`: every benchmark, one after the other, in this terminal; `npm run bench runtime -- --quick` those whose
 * name has the word, with the flags. Each prints its own table.
 */
import { readdirSync } from "node:fs";
import path from "node:path";
import { ensureWorkspace, ROOT, WORKSPACE_NODE } from "./setup/ensure-workspace.mjs";
import { runInTerminal } from "./setup/run-command.mjs";
import { runMain } from "./setup/step.mjs";

await runMain(async () => {
  await ensureWorkspace();
  const flagged = process.argv.findIndex((word) => word.startsWith("--"));
  const wanted = process.argv.slice(2, flagged < 0 ? undefined : flagged);
  const flags = flagged < 0 ? [] : process.argv.slice(flagged);
  const benches = readdirSync(path.join(ROOT, "packages"))
    .flatMap((name) => benchesIn(`packages/${name}/bench`))
    .filter((file) => wanted.length === 0 || wanted.some((part) => path.basename(file).includes(part)));
  let worst = 0;
  for (const file of benches) {
    console.log(`\n▸ ${file}`);
    worst = Math.max(worst, await runInTerminal(WORKSPACE_NODE, [file, ...flags], { cwd: ROOT }));
  }
  return worst;
});

/**
 * The `.ts` files right in a bench folder are its programs; what they are made of lies in folders below.
 * @param {string} folder
 * @returns {string[]}
 */
function benchesIn(folder) {
  try {
    return readdirSync(path.join(ROOT, folder))
      .filter((name) => name.endsWith(".ts"))
      .map((name) => `${folder}/${name}`);
  } catch {
    return [];
  }
}
