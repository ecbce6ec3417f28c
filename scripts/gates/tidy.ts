/** Gate: the house rules that the linter cannot say. Each rule is one function below `rules/`. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { emptyPromises } from "./rules/empty-promises.ts";
import { fileNames } from "./rules/file-names.ts";
import { folderSizes } from "./rules/folder-sizes.ts";
import type { House, Rule } from "./rules/house.ts";
import { machinePaths } from "./rules/machine-paths.ts";
import { purity } from "./rules/purity.ts";
import { sourceFiles } from "./source-files.ts";

const RULES: readonly Rule[] = [fileNames, folderSizes, emptyPromises, machinePaths, purity];

export function tidy(house: House): string[] {
  return RULES.flatMap((rule) => rule(house));
}

export function houseAt(root: string): House {
  const contents = new Map<string, string>();
  return {
    files: sourceFiles(root),
    read(file) {
      const known = contents.get(file) ?? readFileSync(path.join(root, file), "utf8");
      contents.set(file, known);
      return known;
    },
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const house = houseAt(path.resolve(import.meta.dirname, "../.."));
  const violations = tidy(house);
  for (const line of violations) console.error(line);
  console.log(`${house.files.length} files, ${violations.length} violations`);
  process.exitCode = violations.length > 0 || house.files.length === 0 ? 1 : 0;
}
