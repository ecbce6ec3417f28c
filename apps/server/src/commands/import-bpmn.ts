import { writeFileSync } from "node:fs";
import { canonicalText } from "../flows/canonical-text.ts";
import { bytesOf } from "../flows/flow-files.ts";
import { importApart } from "../flows/import-apart.ts";
import { parseArguments } from "../terminal/parse-arguments.ts";
import { problemStyle, problemText } from "../terminal/print-problems.ts";
import { ProgramProblem } from "../terminal/program-problem.ts";
import { say } from "../terminal/say.ts";

const USAGE = "import FILE.bpmn [--out FILE.json] [--report FILE.json] [--json | --text]";

/**
 * `flowright import FILE.bpmn`: the flows of a BPMN 2.0 file as our JSON (one flow alone, several as a list), on standard
 * output or in a file. What became of each element and attribute goes into the report, problems to standard error.
 * Exit code 2 where no flow could be read.
 */
export async function importFile(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArguments({
    usage: USAGE,
    args: [...args],
    allowPositionals: true,
    options: {
      out: { type: "string" },
      report: { type: "string" },
      json: { type: "boolean" },
      text: { type: "boolean" },
    },
  });
  const [file, ...more] = positionals;
  if (file === undefined) throw new ProgramProblem("cli.no-file", { command: "import" });
  if (more.length > 0) throw new ProgramProblem("cli.argument", { argument: more.join(" "), usage: USAGE });
  const { definitions, problems, report } = await importApart(bytesOf(file));
  const style = problemStyle(values);
  for (const problem of problems)
    console.error(style === "json" ? JSON.stringify({ file, problem }) : problemText(file, problem));
  if (values.report !== undefined)
    writeFileSync(values.report, `${JSON.stringify({ file, ...report, problems }, null, 2)}\n`);
  const [only] = definitions;
  if (only === undefined) {
    for (const problem of problems) console.log(JSON.stringify({ file, problem }));
    return 2;
  }
  const text = canonicalText(definitions.length === 1 ? only : definitions);
  if (values.out === undefined) process.stdout.write(text);
  else writeFileSync(values.out, text);
  const { kept, translated, annotation, refused } = report.counts;
  console.error(
    say("import.done", { file, flows: definitions.length, kept, translated, annotation, refused }),
  );
  return 0;
}
