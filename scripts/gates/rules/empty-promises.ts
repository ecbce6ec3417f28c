import type { Rule } from "./house.ts";
import { linesMatching } from "./lines-matching.ts";

// Written in pieces so that this file does not find itself.
const MARKERS = new RegExp(
  `\\b(${["TO", "FIX"].map((start) => `${start}${start === "TO" ? "DO" : "ME"}`).join("|")}|XX${"X"})\\b`,
);
const LEFT_OUT = new RegExp(
  `\\b(describe|test|it|suite)\\.(only|${"skip"}|${"to" + "do"})\\b|\\bx(it|describe)\\(`,
);
const UNFINISHED = /throw new Error\(["'`]not (yet )?implemented/i;

/** What is not done is not in the code: no notes to do it later, no tests left out, no bodies that only throw. */
export const emptyPromises: Rule = (house) =>
  house.files
    .filter((file) => /\.(ts|tsx|mts|mjs|js|cjs|css|md)$/.test(file) && !file.startsWith("scripts/gates/"))
    .flatMap((file) => [
      ...linesMatching(house, file, MARKERS, "do it or drop it"),
      ...linesMatching(house, file, LEFT_OUT, "a test that does not run proves nothing"),
      ...linesMatching(house, file, UNFINISHED, "finish it or leave it out"),
    ]);
