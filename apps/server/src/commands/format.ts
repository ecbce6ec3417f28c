import { writeFileSync } from "node:fs";
import { canonicalText } from "../flows/canonical-text.ts";
import { bytesOf, flowFilesAt, readFlows } from "../flows/flow-files.ts";
import { parseArguments } from "../terminal/parse-arguments.ts";
import { printProblem, problemStyle } from "../terminal/print-problems.ts";
import { ProgramProblem } from "../terminal/program-problem.ts";
import { say } from "../terminal/say.ts";

/**
 * `flowright fmt FILE… [--check]`: writes definitions in their canonical form, so that versions can be compared line
 * by line. With `--check` nothing is written; exit code 1 where something would be.
 */
export async function format(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArguments({
    usage: "fmt FILE… [--check]",
    args: [...args],
    allowPositionals: true,
    options: { check: { type: "boolean" }, json: { type: "boolean" }, text: { type: "boolean" } },
  });
  if (positionals.length === 0) throw new ProgramProblem("cli.no-file", { command: "fmt" });
  const style = problemStyle(values);
  let different = 0;
  let refused = false;
  for (const file of flowFilesAt(positionals).filter((one) => one.endsWith(".json"))) {
    const text = bytesOf(file).toString("utf8");
    const { definitions, problems, list } = await readFlows(file);
    const [only] = definitions;
    // What does not even have the shape of a definition is not ours to write.
    if (only === undefined || (list !== undefined && list > definitions.length)) {
      for (const one of problems) printProblem(file, one, style);
      refused = true;
      continue;
    }
    const canonical = canonicalText(list === undefined ? only : definitions);
    if (canonical === text) continue;
    different += 1;
    if (!values.check) writeFileSync(file, canonical);
    console.log(say(values.check ? "fmt.different" : "fmt.written", { file }));
  }
  if (refused) return 2;
  return values.check && different > 0 ? 1 : 0;
}
