import type { WorkflowDefinition } from "@flowright/definition";
import type { Command } from "../../model/command/command.ts";
import { updateDefinition } from "../../model/command/content/update-definition.ts";
import type { Language } from "../../model/designer-options.ts";
import type { KeptScenario } from "./kept-scenarios.ts";

/** Keeps one more scenario with the flow. */
export function keepScenario(definition: WorkflowDefinition, scenario: KeptScenario): Command {
  return updateDefinition({ scenarios: [...(definition.scenarios ?? []), scenario] });
}

/** Takes a scenario out of the flow. */
export function dropScenario(definition: WorkflowDefinition, id: string): Command {
  const left = (definition.scenarios ?? []).filter((each) => each.id !== id);
  return updateDefinition({ scenarios: left.length === 0 ? undefined : left });
}

/** Another name in one language; in both where it was the same in both. */
export function renameScenario(
  definition: WorkflowDefinition,
  id: string,
  name: string,
  language: Language,
): Command {
  return updateDefinition({
    scenarios: (definition.scenarios ?? []).map((each) =>
      each.id === id ? { ...each, name: renamed(each.name, name, language) } : each,
    ),
  });
}

function renamed(before: KeptScenario["name"], name: string, language: Language): KeptScenario["name"] {
  const same = typeof before === "string" || before.en === before["zh-CN"];
  return same ? { en: name, "zh-CN": name } : { ...before, [language]: name };
}

/** An id for a scenario that no other one of the flow has. */
export function scenarioId(definition: WorkflowDefinition, wanted: string): string {
  const taken = new Set((definition.scenarios ?? []).map(({ id }) => id));
  const stem = wanted
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 40);
  const first = stem === "" ? "scenario" : stem;
  let id = first;
  for (let number = 2; taken.has(id); number++) id = `${first}-${number}`;
  return id;
}
