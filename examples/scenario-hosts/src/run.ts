/**
 * Runs scenarios on the engine alone and says what came of them:
 * `node examples/scenario-hosts/src/run.ts FILE-OR-FOLDER…`. Ends with 1 where one is not as expected.
 */
import { statSync } from "node:fs";
import { engineHost, type LoadedScenario, runScenario } from "@flowright/scenarios";
import { scenarioIn, scenariosIn } from "./scenarios-in.ts";

const chinese = (process.env.LC_ALL ?? process.env.LANG ?? "").startsWith("zh");
const language = chinese ? "zh-CN" : "en";

let failed = 0;
for (const place of process.argv.slice(2)) {
  for (const loaded of scenariosAt(place)) failed += await run(loaded);
}
process.exitCode = failed > 0 ? 1 : 0;

/** None where a file is not in order; what is wrong with it is said. */
function scenariosAt(place: string): LoadedScenario[] {
  try {
    return statSync(place).isDirectory() ? scenariosIn(place) : [scenarioIn(place)];
  } catch (error) {
    console.log(`✗ ${error instanceof Error ? error.message : String(error)}`);
    failed += 1;
    return [];
  }
}

/** Gives 1 where the scenario is not as expected. */
async function run({ scenario, ...flows }: LoadedScenario): Promise<number> {
  const { ok, findings } = await runScenario(scenario, engineHost(flows, scenario.people, scenario.begins));
  console.log(`${ok ? "✓" : "✗"} ${scenario.id}: ${scenario.name[language]}`);
  for (const { text } of findings) console.log(`    ${text[language]}`);
  return ok ? 0 : 1;
}
