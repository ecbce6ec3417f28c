import { readFile } from "node:fs/promises";
import { ApiError, createClient } from "@flowright/client";
import { hasErrors, parseDefinition } from "@flowright/definition";
import { parseArguments } from "../terminal/parse-arguments.ts";
import { ProgramProblem } from "../terminal/program-problem.ts";
import { say } from "../terminal/say.ts";
import { terminalLanguage } from "../terminal/terminal-language.ts";
import { validate } from "./validate.ts";

/**
 * `flowright deploy FILE… [--note TEXT]`: publishes definitions on a running server, `FLOWRIGHT_URL` (default
 * http://localhost:3000), with an API token in `FLOWRIGHT_TOKEN`.
 */
export async function deploy(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArguments({
    usage: "deploy FILE… [--note TEXT]",
    args: [...args],
    allowPositionals: true,
    options: { note: { type: "string" } },
  });
  if (positionals.length === 0) throw new ProgramProblem("cli.no-file", { command: "deploy" });
  const token = process.env.FLOWRIGHT_TOKEN;
  if (!token) throw new ProgramProblem("deploy.no-token");
  const baseUrl = process.env.FLOWRIGHT_URL ?? "http://localhost:3000";
  const client = createClient({ baseUrl, token, language: terminalLanguage() });
  for (const file of positionals) {
    const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
      throw new ProgramProblem("file.unreadable", { file, reason: error.message });
    });
    const { definition, problems } = parseDefinition(text);
    if (!definition || hasErrors(problems)) return await validate([file, "--text"]);
    try {
      const note = values.note === undefined ? {} : { note: values.note };
      const { id, version } = await client.definitions.publish({ definition, ...note });
      console.log(say("deploy.done", { id, version }));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (error.status === 0) throw new ProgramProblem("deploy.unreachable", { url: baseUrl });
      console.error(`${file}: ${error.problem.detail} ${error.problem.fix}`);
      return 1;
    }
  }
  return 0;
}
