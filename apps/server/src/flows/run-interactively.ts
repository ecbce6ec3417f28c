import { createInterface } from "node:readline";
import { type Run, type RunAnswer, runProblem } from "@flowright/scenarios/headless";
import type { LineWriter } from "./line-writer.ts";

/**
 * Reads commands as JSON from standard input, one per line, and answers each with its events and then with what is
 * waited for. Ends with the input. `start` is what a start begins with that does not say otherwise.
 */
export async function runInteractively(
  run: Run,
  start: { readonly node?: string; readonly variables?: object },
  out: LineWriter,
): Promise<void> {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === "") continue;
    const { events, problem, more = {} } = answer(run, line, start);
    for (const event of events) out.line(event);
    if (problem !== undefined) out.line({ problem });
    out.line({ idle: true, waiting: run.waiting(), ...more });
    out.flush();
  }
}

function answer(run: Run, line: string, start: object): RunAnswer {
  let command: unknown;
  try {
    command = JSON.parse(line);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { events: [], problem: runProblem("run.not-json", { reason }) };
  }
  return run.answer(isStart(command) ? { ...start, ...command } : command);
}

function isStart(command: unknown): command is { readonly do: "start" } {
  return typeof command === "object" && command !== null && "do" in command && command.do === "start";
}
