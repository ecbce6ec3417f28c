/** Times compiling and single steps. `node packages/engine/bench/step.ts` prints two tables. */
import { hasErrors, validateDefinition } from "@flowright/definition";
import { type Command, compile, type InstanceState, type Program, step, waitsOf } from "../src/index.ts";
import { flowOf } from "./flows.ts";

const CONTEXT = { now: "2026-01-05T01:00:00.000Z", membersOf: () => [] };
const SIZES = [20, 100, 500, 2_000];
/** Enough for every node to have been seen and every function to have been compiled. */
const WARM_UP = 15_000;
const ROUNDS = 12;
const STEPS_OF_A_ROUND = 3_000;

/** What is walked: cases of the flows by turns, each left after some steps. */
interface Walk {
  readonly name: string;
  readonly programs: readonly Program[];
  readonly most: number;
}

/** Takes so many steps; gives the microseconds of each. */
function timesOf({ programs, most }: Walk, count: number): number[] {
  const times: number[] = [];
  let state: InstanceState | null = null;
  let cases = -1;
  let taken = 0;
  while (times.length < count) {
    if (state === null) {
      cases++;
      taken = 0;
    }
    const program = programs[cases % programs.length] as Program;
    const command = nextCommand(state, Math.floor(cases / programs.length));
    const before = performance.now();
    const result = step(program, state, command, CONTEXT);
    times.push((performance.now() - before) * 1000);
    if (!result.ok) throw new Error(result.problem.message.en);
    taken++;
    state = result.state.status === "active" && taken < most ? result.state : null;
  }
  return times;
}

/** Every second case goes the other way at each choice. */
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

/** The largest state of a case, variables aside, as characters of JSON. */
function largestState(program: Program): number {
  let largest = 0;
  let state: InstanceState | null = null;
  do {
    const result = step(program, state, nextCommand(state, 0), CONTEXT);
    if (!result.ok) throw new Error(result.problem.message.en);
    state = result.state.status === "active" ? result.state : null;
    if (state) largest = Math.max(largest, sizeWithoutVariables(state));
  } while (state !== null);
  return largest;
}

function sizeWithoutVariables(state: InstanceState): number {
  const scopes = Object.fromEntries(
    Object.entries(state.scopes).map(([id, scope]) => [id, { ...scope, vars: {} }]),
  );
  return JSON.stringify({ ...state, scopes }).length;
}

function quantile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * share)] ?? 0;
}

function timed<T>(work: () => T): [milliseconds: number, result: T] {
  const before = performance.now();
  const result = work();
  return [performance.now() - before, result];
}

function compiled(size: number): Program {
  const result = compile(flowOf(size));
  if (!result.ok) throw new Error("The flow does not compile");
  return result.program;
}

const programs = new Map(SIZES.map((size) => [size, compiled(size)]));
const rows = SIZES.map((size) => {
  const definition = flowOf(size);
  const validations = Array.from({ length: 10 }, () => timed(() => validateDefinition(definition)));
  const problems = validations[0]?.[1].problems ?? [];
  if (hasErrors(problems)) throw new Error(problems.map((p) => `${p.path} ${p.message.en}`).join("\n"));
  const compilations = Array.from({ length: 10 }, () => timed(() => compile(definition)));
  return {
    nodes: size,
    "validate and lint, best of 10, ms": Math.min(...validations.map(([ms]) => ms)).toFixed(1),
    "compile, best of 10, ms": Math.min(...compilations.map(([ms]) => ms)).toFixed(1),
    "first of these, ms": compilations[0]?.[0].toFixed(1),
    "largest state, bytes": largestState(programs.get(size) ?? compiled(size)),
  };
});
console.table(rows);

// One process and by turns, so that all have the same heap, the same machine code and the same neighbours. The last
// two tell what is left of the size: a step costs more where nodes come up that the processor's caches do not hold,
// in one large drawing as in many small ones, and does not where a large drawing is walked in one corner only.
const walks: Walk[] = [
  ...SIZES.map((size) => ({
    name: `${size} nodes`,
    programs: [programs.get(size) ?? compiled(size)],
    most: Number.POSITIVE_INFINITY,
  })),
  { name: "2,000 nodes, the first 14 steps", programs: [compiled(2_000)], most: 14 },
  {
    name: "100 flows of 20 nodes",
    programs: Array.from({ length: 100 }, () => compiled(20)),
    most: Number.POSITIVE_INFINITY,
  },
];
for (const walk of walks) timesOf(walk, WARM_UP);
const rounds = new Map<string, number[][]>(walks.map(({ name }) => [name, []]));
for (let round = 0; round < ROUNDS; round++)
  for (const walk of walks) rounds.get(walk.name)?.push(timesOf(walk, STEPS_OF_A_ROUND));
console.table(
  [...rounds].map(([name, times]) => ({
    "cases of": name,
    "step, median µs": quantile(times.flat(), 0.5).toFixed(1),
    "best round, median µs": Math.min(...times.map((round) => quantile(round, 0.5))).toFixed(1),
    "step, p99 µs": quantile(times.flat(), 0.99).toFixed(1),
  })),
);
