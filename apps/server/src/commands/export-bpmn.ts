import { writeFileSync } from "node:fs";
import { exportBpmn } from "@flowright/bpmn";
import { readFlows } from "../flows/flow-files.ts";
import { languageOf } from "../flows/language-of.ts";
import { parseArguments } from "../terminal/parse-arguments.ts";
import { printProblem, problemStyle, problemText } from "../terminal/print-problems.ts";
import { ProgramProblem } from "../terminal/program-problem.ts";
import { say } from "../terminal/say.ts";

const USAGE =
  "export FILE.json… [--out FILE.bpmn] [--report FILE.json] [--language en|zh-CN] [--json | --text]";

/**
 * `flowright export FILE.json…`: flows as one BPMN 2.0.2 file with a diagram, on standard output or in a file. What
 * BPMN cannot say is told on standard error and in the report. Exit code 2 where a file holds no flow.
 */
export async function exportFile(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArguments({
    usage: USAGE,
    args: [...args],
    allowPositionals: true,
    options: {
      out: { type: "string" },
      report: { type: "string" },
      language: { type: "string" },
      json: { type: "boolean" },
      text: { type: "boolean" },
    },
  });
  if (positionals.length === 0) throw new ProgramProblem("cli.no-file", { command: "export" });
  const language = languageOf(values.language, USAGE);
  const files = await Promise.all(positionals.map(readFlows));
  const empty = files.filter(({ definitions }) => definitions.length === 0);
  for (const { file, problems } of empty) for (const problem of problems) printProblem(file, problem, "json");
  if (empty.length > 0) return 2;
  const { xml, report } = exportBpmn(
    files.flatMap(({ definitions }) => definitions),
    { language },
  );
  const style = problemStyle(values);
  const name = positionals.join(", ");
  for (const problem of report)
    console.error(style === "json" ? JSON.stringify({ file: name, problem }) : problemText(name, problem));
  if (values.report !== undefined)
    writeFileSync(values.report, `${JSON.stringify({ files: positionals, problems: report }, null, 2)}\n`);
  if (values.out === undefined) process.stdout.write(xml);
  else {
    writeFileSync(values.out, xml);
    console.error(say("file.written", { file: values.out }));
  }
  return 0;
}
