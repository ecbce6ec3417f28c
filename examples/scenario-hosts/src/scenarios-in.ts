import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { type LoadedScenario, loadScenario } from "@flowright/scenarios";

/** The scenarios of a folder in the order of their files' names; throws where one is not in order. */
export function scenariosIn(folder: string): LoadedScenario[] {
  return readdirSync(folder)
    .filter((file) => /\.(json|ya?ml)$/.test(file))
    .sort()
    .map((file) => scenarioIn(path.join(folder, file)));
}

/** The scenario of a file; throws what is wrong with it, with line and column. */
export function scenarioIn(file: string): LoadedScenario {
  const read = (name: string) => textOf(path.resolve(path.dirname(file), name));
  const loaded = loadScenario(readFileSync(file, "utf8"), read);
  if (loaded.ok) return loaded.value;
  const problems = loaded.problems.map(({ message, path: at, at: place }) => {
    const line = place !== undefined && "line" in place ? `:${place.line}:${place.column}` : "";
    return `${path.basename(file)}${line} ${at}: ${message.en}`;
  });
  throw new Error(problems.join("\n"));
}

function textOf(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}
