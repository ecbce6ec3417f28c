import type { Problem } from "@flowright/definition";
import {
  openRun,
  type Run,
  type RunAnswer,
  type RunCommand,
  type RunOptions,
  type RunState,
  readStubs,
  type Stubs,
} from "@flowright/scenarios/headless";
import { bytesOf, flowFilesAt, readFlows } from "../flows/flow-files.ts";
import { LineWriter } from "../flows/line-writer.ts";
import { readDecisions } from "../flows/read-decisions.ts";
import { runInteractively } from "../flows/run-interactively.ts";
import { parseArguments } from "../terminal/parse-arguments.ts";
import { ProgramProblem } from "../terminal/program-problem.ts";

const USAGE =
  "run FILE… [--process ID] [--start NODE] [--variables JSON|@FILE] [--tasks auto|wait] [--advance none|until-idle|PT1H] [--limit N] [--stubs FILE] [--decisions FOLDER] [--begins INSTANT] [--interactive | --batch [--summary]]";

const EXIT: { readonly [K in RunState]: number } = {
  "not-started": 0,
  completed: 0,
  terminated: 0,
  cancelled: 0,
  waiting: 0,
  incident: 3,
  limit: 4,
};
const REFUSED = 2;

interface Settings {
  readonly options: RunOptions;
  readonly start: { readonly node?: string; readonly variables?: RunVariables };
  readonly advance: string;
}

type RunVariables = NonNullable<Extract<RunCommand, { do: "start" }>["variables"]>;

/**
 * `flowright run FILE`: carries a flow out on the engine with a virtual clock. Prints one event per line as JSON, and a
 * summary as the last one. Exit codes: 0 ended or idle, 2 refused, 3 incident, 4 limit.
 */
export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArguments({
    usage: USAGE,
    args: [...args],
    allowPositionals: true,
    options: {
      process: { type: "string" },
      start: { type: "string" },
      variables: { type: "string" },
      tasks: { type: "string" },
      advance: { type: "string" },
      limit: { type: "string" },
      stubs: { type: "string" },
      decisions: { type: "string" },
      begins: { type: "string" },
      interactive: { type: "boolean" },
      batch: { type: "boolean" },
      summary: { type: "boolean" },
    },
  });
  const [file, ...more] = positionals;
  if (file === undefined) throw new ProgramProblem("cli.no-file", { command: "run" });
  if (more.length > 0 && !values.batch) throw argument(more.join(" "));
  const out = new LineWriter();
  const stubs = values.stubs === undefined ? undefined : stubsIn(values.stubs, out);
  if (stubs === null) return await out.end(REFUSED);
  const settings = settingsOf(values, stubs);
  if (values.batch) {
    let worst = 0;
    for (const one of flowFilesAt(positionals))
      worst = Math.max(worst, await runFile(one, settings, out, { file: one }, values.summary === true));
    return await out.end(worst);
  }
  if (values.interactive) {
    const opened = await open(file, settings, out, {});
    if (opened === null) return await out.end(REFUSED);
    await runInteractively(opened, settings.start, out);
    return await out.end(finish(opened, out, {}));
  }
  return await out.end(await runFile(file, settings, out, {}, false));
}

async function runFile(
  file: string,
  settings: Settings,
  out: LineWriter,
  more: { readonly file?: string },
  quiet: boolean,
): Promise<number> {
  const opened = await open(file, settings, out, more);
  if (opened === null) return REFUSED;
  const { advance, start } = settings;
  const tell = (answer: RunAnswer) => {
    if (!quiet) for (const event of answer.events) out.line({ ...event, ...more });
    if (answer.problem === undefined) return true;
    out.line({ problem: answer.problem, ...more });
    return answer.problem.code === "run.limit";
  };
  const began = tell(opened.answer({ do: "start", ...start }));
  const went = began && (advance === "none" || tell(opened.advance(advance)));
  const code = finish(opened, out, more);
  return went ? code : REFUSED;
}

async function open(
  file: string,
  { options }: Settings,
  out: LineWriter,
  more: { readonly file?: string },
): Promise<Run | null> {
  const { definitions, problems } = await readFlows(file);
  // What is drawn badly may still be run; what has not the shape of a flow not.
  const opened =
    definitions.length === 0 ? ({ ok: false, problems } as const) : openRun(definitions, options);
  if (opened.ok) return opened.run;
  for (const problem of opened.problems) if (isError(problem)) out.line({ problem, ...more });
  return null;
}

function isError({ severity }: Problem): boolean {
  return severity === "error";
}

function finish(opened: Run, out: LineWriter, more: { readonly file?: string }): number {
  const summary = opened.summary();
  out.line({ ...summary, ...more });
  return EXIT[summary.state];
}

function stubsIn(file: string, out: LineWriter): Stubs | null {
  const { stubs, problems } = readStubs(bytesOf(file).toString("utf8"));
  for (const problem of problems) out.line({ problem, file });
  return stubs;
}

function settingsOf(
  values: {
    readonly process?: string | undefined;
    readonly start?: string | undefined;
    readonly variables?: string | undefined;
    readonly tasks?: string | undefined;
    readonly advance?: string | undefined;
    readonly limit?: string | undefined;
    readonly decisions?: string | undefined;
    readonly begins?: string | undefined;
  },
  stubs: Stubs | undefined,
): Settings {
  const { tasks = "auto", advance = "until-idle", limit, begins } = values;
  if (tasks !== "auto" && tasks !== "wait") throw argument(tasks);
  if (!/^(none|until-idle|P.+)$/.test(advance)) throw argument(advance);
  if (limit !== undefined && !/^[1-9]\d{0,8}$/.test(limit)) throw argument(limit);
  if (begins !== undefined && Number.isNaN(Date.parse(begins))) throw argument(begins);
  return {
    advance,
    options: {
      tasks,
      stubs,
      begins,
      process: values.process,
      limit: limit === undefined ? undefined : Number(limit),
      decisions: values.decisions === undefined ? undefined : readDecisions(values.decisions),
    },
    start: {
      ...(values.start === undefined ? {} : { node: values.start }),
      ...(values.variables === undefined ? {} : { variables: variablesIn(values.variables) }),
    },
  };
}

function variablesIn(given: string): RunVariables {
  const text = given.startsWith("@") ? bytesOf(given.slice(1)).toString("utf8") : given;
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as RunVariables;
  } catch {
    // Told below, as anything else that is no object.
  }
  throw argument(given);
}

function argument(text: string): ProgramProblem {
  return new ProgramProblem("cli.argument", { argument: text, usage: USAGE });
}
