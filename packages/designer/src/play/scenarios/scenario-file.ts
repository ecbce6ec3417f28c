import type { WorkflowDefinition } from "@flowright/definition";
import type { KeptScenario } from "../model/kept-scenarios.ts";

/** Saves a scenario to a file that the command line runs, too, beside an exported flow. */
export function downloadScenario(scenario: KeptScenario, definition: WorkflowDefinition): void {
  const content = { ...scenario, flows: [`${definition.id}.json`] };
  const url = URL.createObjectURL(
    new Blob([`${JSON.stringify(content, null, 2)}\n`], { type: "application/json" }),
  );
  const link = document.createElement("a");
  link.href = url;
  link.download = `${scenario.id}.scenario.json`;
  link.click();
  URL.revokeObjectURL(url);
}

export type ReadFile =
  | { readonly ok: true; readonly scenario: KeptScenario }
  | { readonly ok: false; readonly why: { readonly en: string; readonly "zh-CN": string } };

/** Reads a scenario from YAML or JSON; the reader of YAML is fetched only now. */
export async function scenarioFromFile(file: File): Promise<ReadFile> {
  const { readScenario } = await import("@flowright/scenarios");
  const { scenario, problems } = readScenario(await file.text());
  if (scenario === null) return { ok: false, why: problems[0]?.message ?? { en: "", "zh-CN": "" } };
  // The files that it names lie elsewhere; here the flow is the one that keeps it.
  const { flows, decisions, ...content } = scenario;
  return { ok: true, scenario: JSON.parse(JSON.stringify(content)) as KeptScenario };
}
