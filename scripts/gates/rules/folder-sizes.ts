import path from "node:path";
import type { Rule } from "./house.ts";

const MOST = 15;

/** At most 15 source files in a folder; a test belongs to the file it stands beside and is not counted. */
export const folderSizes: Rule = (house) => {
  const counts = new Map<string, number>();
  for (const file of house.files) {
    if (!/\.(ts|tsx|mts|mjs)$/.test(file) || /\.test\.tsx?$/.test(file) || /\/generated\//.test(file))
      continue;
    const folder = path.dirname(file);
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count > MOST)
    .map(([folder, count]) => `${folder}: ${count} files, at most ${MOST}; group them into folders`);
};
