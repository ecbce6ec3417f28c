import type { House } from "./house.ts";

/** `file:line: complaint` for each line of a file that matches. */
export function linesMatching(house: House, file: string, pattern: RegExp, complaint: string): string[] {
  return house
    .read(file)
    .split("\n")
    .flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}: ${complaint}`] : []));
}
