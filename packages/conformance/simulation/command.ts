import { parseArgs } from "node:util";
import { tryDefects } from "./defects/try-defects.ts";
import { simulate } from "./simulate.ts";
import { realMilliseconds } from "./world/real-clock.ts";

/** One world in so many is run twice, to see the same happen again. */
const TWICE = 100;

/** Worlds of a run that names no number, and those in which a seeded defect has to be found. */
const USUAL = 2_000;
const MOST = 10_000;

/** Runs worlds one after the other and prints what came of them. Gives the exit code: 1 where a rule was violated. */
export async function runCommand(given: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...given],
    allowPositionals: true,
    options: {
      seed: { type: "string" },
      seeds: { type: "string" },
      from: { type: "string", default: "1" },
      minutes: { type: "string" },
      json: { type: "boolean", default: false },
      defects: { type: "boolean", default: false },
    },
  });
  if (values.defects) return tryDefects(positionals, Number(values.seeds ?? MOST));
  if (values.seed !== undefined) return await showOne(Number(values.seed));
  const from = Number(values.from);
  const count = Number(values.seeds ?? USUAL);
  const began = realMilliseconds();
  const sum = { events: 0, lasted: 0, commits: 0, cases: 0, repeated: 0 };
  const until = began + Number(values.minutes ?? Number.POSITIVE_INFINITY) * 60_000;
  let done = 0;
  let current = from;
  // A server would end by it.
  process.on("unhandledRejection", (error) => {
    console.log(
      `seed ${current}: violated: nothing fails unheard (${String(error)}), after ${current - from + 1} worlds`,
    );
    process.exit(1);
  });
  for (let seed = from; seed < from + count && realMilliseconds() < until; seed++) {
    done++;
    current = seed;
    const outcome = await simulate(seed);
    sum.events += outcome.events;
    sum.lasted += outcome.lasted;
    sum.commits += outcome.commits;
    sum.cases += outcome.cases;
    if (outcome.violation !== null) {
      const { rule, what } = outcome.violation;
      console.log(`seed ${seed}: violated: ${rule} (${what}), after ${seed - from + 1} worlds`);
      return 1;
    }
    if (seed % TWICE === 0) {
      const again = await simulate(seed);
      sum.repeated++;
      if (again.hash !== outcome.hash) {
        console.log(`seed ${seed}: not the same again: ${outcome.hash}, then ${again.hash}`);
        return 1;
      }
    }
  }
  const seconds = (realMilliseconds() - began) / 1_000;
  console.log(
    values.json
      ? JSON.stringify({ seeds: done, seconds, ...sum })
      : `${done} worlds without a violation in ${seconds.toFixed(1)} s: ${sum.cases} cases, ${sum.commits} commits, ` +
          `${sum.events} events, ${(sum.lasted / 3_600_000).toFixed(1)} virtual hours; ${sum.repeated} run twice alike`,
  );
  return 0;
}

async function showOne(seed: number): Promise<number> {
  const outcome = await simulate(seed, true);
  for (const line of outcome.lines ?? []) console.log(line);
  const { violation, hash } = outcome;
  console.log(
    `seed ${seed}, ${outcome.nodes} servers, ${outcome.cases} cases, ${outcome.commits} commits, trace ${hash}: ${violation === null ? "no violation" : `${violation.rule}: ${violation.what}`}`,
  );
  return violation === null ? 0 : 1;
}
