import { ProgramProblem } from "./terminal/program-problem.ts";
import { say } from "./terminal/say.ts";

/**
 * Each gives the exit code; `start` only when the server has stopped. Loaded when asked for, so that `validate`
 * needs no database driver.
 */
const COMMANDS: Readonly<Record<string, () => Promise<(args: readonly string[]) => Promise<number>>>> = {
  start: async () => (await import("./commands/start.ts")).start,
  migrate: async () => (await import("./commands/migrate-database.ts")).migrateDatabase,
  validate: async () => (await import("./commands/validate.ts")).validate,
  prove: async () => (await import("./commands/validate.ts")).proveFlows,
  run: async () => (await import("./commands/run.ts")).run,
  test: async () => (await import("./commands/test-scenarios.ts")).testScenarios,
  fmt: async () => (await import("./commands/format.ts")).format,
  diff: async () => (await import("./commands/diff.ts")).diff,
  render: async () => (await import("./commands/render.ts")).render,
  import: async () => (await import("./commands/import-bpmn.ts")).importFile,
  export: async () => (await import("./commands/export-bpmn.ts")).exportFile,
  deploy: async () => (await import("./commands/deploy.ts")).deploy,
  doctor: async () => (await import("./commands/doctor.ts")).doctor,
  history: async () => (await import("./commands/history.ts")).history,
  "create-workspace": async () => (await import("./commands/create-workspace.ts")).createWorkspace,
};

/** What is refused by one of the others is told on standard output, too, as JSON, with exit code 2. */
const WITH_SERVER: ReadonlySet<string> = new Set([
  "start",
  "migrate",
  "doctor",
  "history",
  "create-workspace",
  "deploy",
]);

/** The `flowright` program. What a person has to mend is printed as one sentence; the rest is a bug and has a stack. */
export async function main(args: readonly string[]): Promise<void> {
  const [name = "help", ...rest] = args;
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) {
    const asked = ["help", "--help", "-h"].includes(name);
    console.log(asked ? say("cli.help") : `${say("cli.unknown", { command: name })}\n\n${say("cli.help")}`);
    process.exitCode = asked ? 0 : 2;
    return;
  }
  try {
    process.exitCode = await (await command())(rest);
  } catch (error) {
    console.error(error instanceof ProgramProblem ? `\n${error.message}` : error);
    process.exitCode = WITH_SERVER.has(name) ? 1 : 2;
    if (process.exitCode === 2 && error instanceof ProgramProblem)
      console.log(
        JSON.stringify({ problem: { code: error.code, params: error.params, message: error.message } }),
      );
  }
}
