import { readFileSync } from "node:fs";
import path from "node:path";
import { type LoadResult, loadScenario } from "@flowright/scenarios";
import { filesAt } from "../flows/flow-files.ts";

export interface FoundScenario {
  readonly file: string;
  readonly loaded: LoadResult;
}

/** What a file has to say of itself to be a scenario; other files in the folder are none of ours. */
const SAYS = /flowright\/scenario\/v\d/;

/** The scenarios at some places, in the order of their files' names; a file that is named is one in any case. */
export function findScenarios(places: readonly string[]): FoundScenario[] {
  const named = new Set(places);
  return filesAt(places, /\.(ya?ml|json)$/).flatMap((file) => {
    const text = textOf(file) ?? "";
    if (!named.has(file) && !SAYS.test(text.slice(0, 2_000))) return [];
    const read = (name: string) => textOf(path.resolve(path.dirname(file), name));
    return [{ file, loaded: loadScenario(text, read) }];
  });
}

function textOf(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}
