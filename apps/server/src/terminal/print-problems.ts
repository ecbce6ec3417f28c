import type { Problem } from "@flowright/definition";
import { terminalLanguage } from "./terminal-language.ts";

/** How problems are told: as lines of JSON for programs, as sentences for people. */
export type ProblemStyle = "json" | "text";

/** What was asked for; without that, sentences on a terminal and JSON anywhere else. */
export function problemStyle(asked: { readonly json?: boolean; readonly text?: boolean }): ProblemStyle {
  if (asked.json) return "json";
  return asked.text || process.stdout.isTTY ? "text" : "json";
}

export function printProblem(file: string, problem: Problem, style: ProblemStyle): void {
  console.log(style === "json" ? JSON.stringify({ file, problem }) : problemText(file, problem));
}

/** One problem as a sentence, with its place. */
export function problemText(file: string, { code, severity, path, at, node, message, fix }: Problem): string {
  const language = terminalLanguage();
  const place = at && "line" in at ? `:${at.line}:${at.column}` : path ? ` ${path}` : "";
  const where = node === undefined ? "" : ` (${node})`;
  return `${file}${place}${where}  ${severity}  ${code}  ${message[language]} ${fix[language]}`;
}
