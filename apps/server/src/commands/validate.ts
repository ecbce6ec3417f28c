import { readFile } from "node:fs/promises";
import { hasErrors, type Problem, parseDefinition } from "@flowright/definition";
import { eachOnce, prove } from "@flowright/engine";
import { ProgramProblem } from "../terminal/program-problem.ts";
import { say } from "../terminal/say.ts";
import { terminalLanguage } from "../terminal/terminal-language.ts";

/** `flowright validate FILE…`: prints the problems of each definition; exit code 1 where one would block publishing. */
export async function validate(files: readonly string[]): Promise<number> {
  if (files.length === 0) throw new ProgramProblem("cli.no-file", { command: "validate" });
  let blocked = false;
  for (const file of files) {
    const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
      throw new ProgramProblem("file.unreadable", { file, reason: error.message });
    });
    const parsed = parseDefinition(text);
    const proved = parsed.definition === null ? [] : prove(parsed.definition).findings;
    const problems: readonly Problem[] = eachOnce(parsed.problems, proved);
    blocked ||= hasErrors(problems);
    for (const one of problems) console.log(lineOf(file, one));
    if (problems.length === 0) console.log(say("validate.clean", { file }));
  }
  return blocked ? 1 : 0;
}

function lineOf(file: string, { code, severity, path, at, message, fix }: Problem): string {
  const language = terminalLanguage();
  const place = at && "line" in at ? `:${at.line}:${at.column}` : path ? ` ${path}` : "";
  return `${file}${place}  ${severity}  ${code}  ${message[language]} ${fix[language]}`;
}
