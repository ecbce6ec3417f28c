import { readFileSync } from "node:fs";
import path from "node:path";
import { engineHost, loadScenario, runScenario } from "@flowright/scenarios";
import { expect, it } from "vitest";

const ROOT = path.resolve(import.meta.dirname, "../../..");

it("the example of the guide to scenarios is what happens", async () => {
  const guide = readFileSync(path.join(ROOT, "docs/guides/scenarios.md"), "utf8");
  const [, example = ""] = /```yaml\n(.*?)```/s.exec(guide) ?? [];
  const folder = path.join(ROOT, "examples/return-handling/scenarios");
  const loaded = loadScenario(example, (file) => readFileSync(path.resolve(folder, file), "utf8"));
  if (!loaded.ok) throw new Error(loaded.problems.map(({ message }) => message.en).join("\n"));
  const { scenario, ...flows } = loaded.value;
  const { differences } = await runScenario(scenario, engineHost(flows, scenario.people));
  expect(differences).toEqual([]);
});
