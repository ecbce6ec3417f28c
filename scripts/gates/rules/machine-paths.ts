import type { Rule } from "./house.ts";
import { linesMatching } from "./lines-matching.ts";

const HOMES = new RegExp(
  `(^|[\\s"'\`(=:])/(${"home"}/[a-z]|${"Users"}/[A-Za-z]|${"work"}/[a-z]|${"root"}/[a-z.])`,
);

/** A path of somebody's machine works nowhere else. */
export const machinePaths: Rule = (house) =>
  house.files
    .filter((file) => /\.(ts|tsx|mts|mjs|js|cjs|json|ya?ml|md|css|sh)$|^\.ci\//.test(file))
    .filter((file) => file !== "pnpm-lock.yaml")
    .flatMap((file) => linesMatching(house, file, HOMES, "a path of one machine"));
