import path from "node:path";
import type { Rule } from "./house.ts";

const VAGUE = new Set([
  "utils",
  "util",
  "helpers",
  "helper",
  "common",
  "shared",
  "misc",
  "types",
  "interfaces",
]);

/** A file is named after what it is for; a name that could hold anything soon does. */
export const fileNames: Rule = (house) =>
  house.files.flatMap((file) => {
    if (!/\.(ts|tsx|mts|mjs|js|cjs)$/.test(file)) return [];
    const name = path.basename(file).replace(/(\.(test|spec|d|config|browser))*\.\w+$/, "");
    const vagueFolder = path
      .dirname(file)
      .split("/")
      .find((folder) => VAGUE.has(folder));
    if (VAGUE.has(name.toLowerCase()))
      return [`${file}: "${name}" says nothing; name the file after its main export`];
    if (vagueFolder)
      return [`${file}: the folder "${vagueFolder}" says nothing; name it after what it is for`];
    if (!/^(\.?[a-z0-9]+([.-][a-z0-9]+)*|[A-Z][A-Za-z0-9]*)$/.test(name)) {
      return [`${file}: write kebab-case, or PascalCase for a React component`];
    }
    if (/^[A-Z]/.test(name) && !/\.tsx$/.test(file))
      return [`${file}: PascalCase is for React components (.tsx)`];
    return [];
  });
