import type { Lane, LaneRun } from "./lane.ts";
import { processorTime } from "./processor-time.ts";

/** One run of a lane, with the milliseconds of processor time that a step took, where the system tells. */
export interface Turn extends LaneRun {
  readonly stepsPerSecond: number;
  readonly application: number | null;
  readonly database: number | null;
  readonly client: number | null;
}

/** A warm-up of each, then so many rounds in which each has its turn, every second round in the opposite order. */
export async function takeTurns(
  lanes: readonly Lane[],
  postmaster: number,
  { seconds, rounds, warmUp }: { readonly seconds: number; readonly rounds: number; readonly warmUp: number },
  told: (lane: string, turn: Turn) => void,
): Promise<Map<string, Turn[]>> {
  for (const lane of lanes) await lane.run(warmUp);
  const turns = new Map(lanes.map(({ name }) => [name, [] as Turn[]]));
  for (let round = 0; round < rounds; round++) {
    for (const lane of round % 2 === 0 ? lanes : [...lanes].reverse()) {
      const turn = await take(lane, postmaster, seconds);
      turns.get(lane.name)?.push(turn);
      told(lane.name, turn);
    }
  }
  return turns;
}

async function take(lane: Lane, postmaster: number, seconds: number): Promise<Turn> {
  const read = () => [lane.spent.application(), processorTime(postmaster), lane.spent.client()];
  const before = read();
  const run = await lane.run(seconds);
  const [application, database, client] = read().map((now, index) => {
    const then = before[index];
    if (now === null || then === null || then === undefined || run.steps === 0) return null;
    return (now - then) / run.steps;
  });
  return {
    ...run,
    stepsPerSecond: run.steps / run.seconds,
    application: application ?? null,
    database: database ?? null,
    client: client ?? null,
  };
}
