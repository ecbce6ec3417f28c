import { randomBytes } from "node:crypto";
import { createRuntime } from "@flowright/runtime";
import { openDatabase } from "../database/open-database.ts";
import { lockDataFolder } from "../postgres/data-folder-lock.ts";
import { readSettings } from "../settings/read-settings.ts";
import { secretKey } from "../settings/secret-key.ts";
import { ClosingStack } from "../terminal/closing-stack.ts";
import { parseArguments } from "../terminal/parse-arguments.ts";
import { ProgramProblem } from "../terminal/program-problem.ts";
import { say } from "../terminal/say.ts";
import { terminalLanguage } from "../terminal/terminal-language.ts";

/**
 * `flowright create-workspace ID --name NAME --admin USER`: a workspace and its first administrator, whose password
 * is printed once. For servers without sample data, where nobody could sign in otherwise.
 */
export async function createWorkspace(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArguments({
    usage: "create-workspace ID --name NAME --admin USER",
    args: [...args],
    allowPositionals: true,
    options: { name: { type: "string" }, admin: { type: "string" } },
  });
  const id = positionals[0];
  if (!id || !values.admin) throw new ProgramProblem("workspace.usage");
  const settings = readSettings([], process.env);
  const closing = new ClosingStack();
  const print = (line: string) => console.log(`  ${line}`);
  try {
    if (!settings.databaseUrl) {
      const lock = await lockDataFolder(settings.dataDir);
      closing.add(() => lock.release());
    }
    const database = await openDatabase(settings, print);
    closing.add(() => database.stop());
    await database.migrate(print);
    const runtime = await createRuntime({
      connectionString: database.connectionString,
      secretKey: await secretKey(settings.dataDir, process.env),
      background: false,
    });
    closing.add(() => runtime.close());
    const password = randomBytes(12).toString("base64url");
    const made = await runtime.workspaces.create({
      id,
      name: values.name ?? id,
      sample: false,
      roles: [],
      people: [{ user: values.admin, name: values.admin, title: "", roles: ["admin"], password }],
    });
    if (!made.ok) {
      const { message, fix } = made.refusal.problem;
      const language = terminalLanguage();
      throw new ProgramProblem("workspace.refused", { reason: `${message[language]} ${fix[language]}` });
    }
    console.log(say("workspace.done", { id, user: values.admin, password }));
    return 0;
  } finally {
    await closing.closeAll();
  }
}
