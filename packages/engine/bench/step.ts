/** Times compiling and single steps. `node packages/engine/bench/step.ts` prints a table. */
import { hasErrors, validateDefinition } from "@flowright/definition";
import { type Command, compile, type InstanceState, type Program, step, waitsOf } from "../src/index.ts";
import { flowOf } from "./flows.ts";

const CONTEXT = { now: "2026-01-05T01:00:00.000Z", membersOf: () => [] };
const ROUNDS = 5_000;

/** Steps through the flow again and again; gives the microseconds of every step. */
function timesOf(program: Program): { times: number[]; largest: number } {
  const times: number[] = [];
  let largest = 0;
  let state: InstanceState | null = null;
  while (times.length < ROUNDS) {
    const command = nextCommand(state, times.length);
    const before = performance.now();
    const result = step(program, state, command, CONTEXT);
    times.push((performance.now() - before) * 1000);
    if (!result.ok) throw new Error(result.problem.message.en);
    state = result.state.status === "active" ? result.state : null;
    if (state) largest = Math.max(largest, sizeWithoutVariables(state));
  }
  return { times, largest };
}

function nextCommand(state: InstanceState | null, round: number): Command {
  if (state === null) {
    const amount = round % 2 === 0 ? "250.00" : "50.00";
    return { kind: "instance.start", variables: { amount, grade: "A", note: "n" }, by: "ann" };
  }
  const [wait] = waitsOf(state);
  if (wait?.kind === "job") return { kind: "job.complete", job: wait.id, result: { note: "done" } };
  if (wait?.kind === "task") return { kind: "task.complete", task: wait.id, by: "ann", data: {} };
  throw new Error(`Nothing to do: ${JSON.stringify(state)}`);
}

function sizeWithoutVariables(state: InstanceState): number {
  const scopes = Object.fromEntries(
    Object.entries(state.scopes).map(([id, scope]) => [id, { ...scope, vars: {} }]),
  );
  return JSON.stringify({ ...state, scopes }).length;
}

function median(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function timed<T>(work: () => T): [milliseconds: number, result: T] {
  const before = performance.now();
  const result = work();
  return [performance.now() - before, result];
}

const rows = [20, 100, 500, 2_000].map((size) => {
  const definition = flowOf(size);
  const validations = Array.from({ length: 10 }, () => timed(() => validateDefinition(definition)));
  const problems = validations[0]?.[1].problems ?? [];
  if (hasErrors(problems)) throw new Error(problems.map((p) => `${p.path} ${p.message.en}`).join("\n"));
  const compilations = Array.from({ length: 10 }, () => timed(() => compile(definition)));
  const compiled = compilations[0]?.[1];
  if (!compiled?.ok) throw new Error("The flow does not compile");
  timesOf(compiled.program);
  const { times, largest } = timesOf(compiled.program);
  const sorted = [...times].sort((a, b) => a - b);
  return {
    nodes: size,
    "validate and lint, best of 10, ms": Math.min(...validations.map(([ms]) => ms)).toFixed(1),
    "compile, best of 10, ms": Math.min(...compilations.map(([ms]) => ms)).toFixed(1),
    "first compile, ms": compilations[0]?.[0].toFixed(1),
    "step, median µs": median(times).toFixed(1),
    "step, p99 µs": (sorted[Math.floor(sorted.length * 0.99)] ?? 0).toFixed(1),
    "largest state, bytes": largest,
  };
});
console.table(rows);
