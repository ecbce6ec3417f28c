import { ProgramProblem } from "../terminal/program-problem.ts";
import { terminalLanguage } from "../terminal/terminal-language.ts";

/**
 * Whose texts a file gets, by `--language`; else those of the terminal.
 * @throws ProgramProblem for anything but `en` and `zh-CN`
 */
export function languageOf(given: string | undefined, usage: string): "en" | "zh-CN" {
  if (given === undefined) return terminalLanguage();
  if (given !== "en" && given !== "zh-CN")
    throw new ProgramProblem("cli.argument", { argument: given, usage });
  return given;
}
