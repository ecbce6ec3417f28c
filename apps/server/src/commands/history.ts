import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { createRuntime, type RetentionRule, type Runtime } from "@flowright/runtime";
import { archiveFolder, caseArchive } from "../database/case-archive.ts";
import { openBesideServer } from "../database/open-beside-server.ts";
import { readSettings } from "../settings/read-settings.ts";
import { secretKey } from "../settings/secret-key.ts";
import { ClosingStack } from "../terminal/closing-stack.ts";
import { parseArguments } from "../terminal/parse-arguments.ts";
import { ProgramProblem } from "../terminal/program-problem.ts";
import { say } from "../terminal/say.ts";
import { terminalLanguage } from "../terminal/terminal-language.ts";

const USAGE = "history export | keep | rules | retire";

/** `flowright history …`: exports finished cases, and says for how long they are kept. A server may go on meanwhile. */
export async function history(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArguments({
    usage: USAGE,
    args: [...args],
    allowPositionals: true,
    options: {
      workspace: { type: "string" },
      flow: { type: "string" },
      before: { type: "string" },
      running: { type: "boolean" },
      files: { type: "boolean" },
      out: { type: "string" },
      days: { type: "string" },
      export: { type: "boolean" },
    },
  });
  const [what, ...rest] = positionals;
  const work = { export: exportHistory, keep, rules, retire }[what ?? ""];
  if (!work || rest.length > 0)
    throw new ProgramProblem("cli.argument", { argument: what ?? "", usage: USAGE });
  const settings = readSettings([], process.env);
  const closing = new ClosingStack();
  try {
    const database = await openBesideServer(settings, (line) => console.error(`  ${line}`));
    closing.add(() => database.stop());
    const runtime = await createRuntime({
      connectionString: database.connectionString,
      secretKey: await secretKey(settings.dataDir, process.env),
      background: false,
      archive: caseArchive(archiveFolder(settings.dataDir, process.env)),
    });
    closing.add(() => runtime.close());
    return await work(runtime, values);
  } finally {
    await closing.closeAll();
  }
}

interface Values {
  readonly workspace?: string | undefined;
  readonly flow?: string | undefined;
  readonly before?: string | undefined;
  readonly running?: boolean | undefined;
  readonly files?: boolean | undefined;
  readonly out?: string | undefined;
  readonly days?: string | undefined;
  readonly export?: boolean | undefined;
}

async function exportHistory(runtime: Runtime, values: Values): Promise<number> {
  if (values.before !== undefined && Number.isNaN(Date.parse(values.before)))
    throw new ProgramProblem("history.before", { value: values.before });
  const { workspace, flow, running, files } = values;
  const before = values.before === undefined ? undefined : new Date(values.before).toISOString();
  const out = values.out === undefined ? process.stdout : createWriteStream(values.out, { mode: 0o600 });
  let count = 0;
  for await (const record of runtime.history.export({ workspace, flow, before, running, files })) {
    if (!out.write(`${JSON.stringify(record)}\n`)) await once(out, "drain");
    count++;
  }
  if (out !== process.stdout) {
    out.end();
    await once(out, "finish");
  }
  console.error(say("history.exported", { count }));
  return 0;
}

async function keep(runtime: Runtime, values: Values): Promise<number> {
  const { workspace, flow, days } = values;
  if (workspace === undefined || days === undefined) throw new ProgramProblem("history.keep-usage");
  const kept = await runtime.history.keep({
    workspace,
    flow: flow ?? null,
    days: days === "forever" ? null : Number(days),
    export: values.export ?? false,
  });
  if (!kept.ok) {
    const { message, fix } = kept.refusal.problem;
    const language = terminalLanguage();
    console.error(`${message[language]} ${fix[language]}`);
    return 1;
  }
  console.log(lineOf(kept.value));
  return 0;
}

async function rules(runtime: Runtime): Promise<number> {
  const all = await runtime.history.rules();
  for (const rule of all) console.log(lineOf(rule));
  if (all.length === 0) console.log(say("history.no-rules"));
  return 0;
}

async function retire(runtime: Runtime): Promise<number> {
  const { cases, months } = await runtime.history.retire();
  console.log(say("history.retired", { cases, months: months.length }));
  return 0;
}

function lineOf({ workspace, flow, days, export: exported }: RetentionRule): string {
  const place = flow === null ? workspace : `${workspace}/${flow}`;
  if (days === null) return say("history.rule-forever", { place });
  return say(exported ? "history.rule-exported" : "history.rule", { place, days });
}
