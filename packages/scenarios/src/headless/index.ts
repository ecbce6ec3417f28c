/**
 * Flows that run without a database and without a server: on the engine alone, with a clock of their own.
 *
 * - `openRun(definitions, options)` prepares flows that run together, `run.carryOut(command)` does one thing with them
 *   and gives the events, `run.summary()` tells how things stand.
 * - `readStubs(text)` reads answers in place of what is drawn, of people and of systems.
 *
 * @packageDocumentation
 */

export type { RunCommand } from "./command/run-command.ts";
export type { EventLine } from "./event-line.ts";
export {
  type OpenedRun,
  openRun,
  type Run,
  type RunAnswer,
  type RunOptions,
  type RunState,
  type RunSummary,
} from "./run.ts";
export { runProblem } from "./run-problems.ts";
export { type ReadStubs, readStubs, type Stubs } from "./stub/stubs.ts";
export type { WaitingLine } from "./waiting.ts";
