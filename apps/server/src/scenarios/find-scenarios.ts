import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { WorkflowDefinition } from "@flowright/definition";
import { type LoadResult, loadScenario, type ReadFile } from "@flowright/scenarios";
import { filesAt, isXml } from "../flows/flow-files.ts";

export interface FoundScenario {
  readonly file: string;
  readonly loaded: LoadResult;
}

/** What a file has to say of itself to be a scenario; other files in the folder are none of ours. */
const SAYS = /flowright\/scenario\/v\d/;

/** The scenarios at some places, in the order of their files' names; a file that is named is one in any case. */
export async function findScenarios(places: readonly string[]): Promise<FoundScenario[]> {
  const named = new Set(places);
  const found: FoundScenario[] = [];
  for (const file of filesAt(places, /\.(ya?ml|json)$/)) {
    const text = textOf(file) ?? "";
    if (!named.has(file) && !SAYS.test(text.slice(0, 2_000))) continue;
    const flowsOf = /\.bpmn/.test(text) ? await bpmnReader() : null;
    const read: ReadFile = (name) => {
      const other = path.resolve(path.dirname(file), name);
      return flowsOf?.(other) ?? textOf(other);
    };
    found.push({ file, loaded: loadScenario(text, read) });
  }
  return found;
}

/** Gives the flows of a BPMN file, or null for any other. */
async function bpmnReader(): Promise<(file: string) => readonly WorkflowDefinition[] | null> {
  const { importBpmn } = await import("@flowright/bpmn");
  return (file) => {
    if (!existsSync(file)) return null;
    const bytes = readFileSync(file);
    return isXml(bytes) ? importBpmn(bytes).definitions : null;
  };
}

function textOf(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}
