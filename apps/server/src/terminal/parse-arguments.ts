import { type ParseArgsConfig, parseArgs } from "node:util";
import { ProgramProblem } from "./program-problem.ts";

/**
 * `parseArgs`, with a sentence about an argument that is not understood.
 *
 * @throws ProgramProblem
 */
export function parseArguments<T extends ParseArgsConfig>(config: T & { usage: string }) {
  const { usage, ...rest } = config;
  try {
    return parseArgs(rest as unknown as T);
  } catch (error) {
    // Node's message is English alone; what it quotes first is the argument.
    const { message } = error as Error;
    throw new ProgramProblem("cli.argument", { argument: /'([^']+)'/.exec(message)?.[1] ?? message, usage });
  }
}
