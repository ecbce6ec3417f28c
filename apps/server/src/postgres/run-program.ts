import { spawn } from "node:child_process";

export interface ProgramResult {
  /** The exit code; `null` when a signal ended it or it could not be started. */
  readonly code: number | null;
  /** What it wrote, both streams, trimmed. */
  readonly output: string;
}

/** Runs a short program to its end. `command` is the program and its arguments. */
export function runProgram(command: readonly string[], env: NodeJS.ProcessEnv): Promise<ProgramResult> {
  return new Promise((resolve) => {
    const [file, ...args] = command;
    const child = spawn(file as string, args, { env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    const collect = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.on("error", (error) => resolve({ code: null, output: error.message }));
    child.on("close", (code) => resolve({ code, output: output.trim() }));
  });
}
