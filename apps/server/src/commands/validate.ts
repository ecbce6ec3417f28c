import { hasErrors, type Problem } from "@flowright/definition";
import { eachOnce, prove } from "@flowright/engine";
import { flowFilesAt, readFlows } from "../flows/flow-files.ts";
import { parseArguments } from "../terminal/parse-arguments.ts";
import { printProblem, problemStyle } from "../terminal/print-problems.ts";
import { ProgramProblem } from "../terminal/program-problem.ts";
import { say } from "../terminal/say.ts";

/**
 * `flowright validate FILE…`: prints the problems of each definition, its proof included; exit code 2 where one would
 * block publishing.
 */
export async function validate(args: readonly string[]): Promise<number> {
  return await check("validate", args, (problems, findings) => eachOnce(problems, findings));
}

/** `flowright prove FILE…`: what the search for dead ends finds, with the way there; exit code 2 for errors. */
export async function proveFlows(args: readonly string[]): Promise<number> {
  return await check("prove", args, (problems, findings) => [
    ...problems.filter(({ severity }) => severity === "error" && findings.length === 0),
    ...findings,
  ]);
}

async function check(
  command: "validate" | "prove",
  args: readonly string[],
  told: (problems: readonly Problem[], findings: ReturnType<typeof prove>["findings"]) => readonly Problem[],
): Promise<number> {
  const { values, positionals } = parseArguments({
    usage: `${command} FILE… [--json | --text]`,
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: "boolean" },
      text: { type: "boolean" },
      batch: { type: "boolean" },
    },
  });
  if (positionals.length === 0) throw new ProgramProblem("cli.no-file", { command });
  const style = problemStyle(values);
  let blocked = false;
  for (const file of flowFilesAt(positionals)) {
    const { definitions, problems } = await readFlows(file);
    const proofs = definitions.map((definition) => prove(definition));
    const all = told(
      problems,
      proofs.flatMap(({ findings }) => findings),
    );
    blocked ||= hasErrors(all);
    for (const one of all) printProblem(file, one, style);
    const states =
      command === "prove" ? { states: proofs.reduce((sum, proof) => sum + proof.states, 0) } : {};
    if (style === "json")
      console.log(JSON.stringify({ file, ok: !hasErrors(all), problems: all.length, ...states }));
    else if (all.length === 0) console.log(say(`${command}.clean`, { file }));
  }
  return blocked ? 2 : 0;
}
