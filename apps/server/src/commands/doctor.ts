import { writeFile } from "node:fs/promises";
import { type DoctorFinding, type DoctorReport, examineDatabase } from "@flowright/runtime";
import { openBesideServer } from "../database/open-beside-server.ts";
import { readSettings } from "../settings/read-settings.ts";
import { ClosingStack } from "../terminal/closing-stack.ts";
import { parseArguments } from "../terminal/parse-arguments.ts";
import { say } from "../terminal/say.ts";
import { terminalLanguage } from "../terminal/terminal-language.ts";

/**
 * `flowright doctor [--repair] [--quick] [--report FILE] [--json]`: whether the invariants hold in the database, which
 * a server may use meanwhile. Exit code 0 where they do (or everything was put right), 1 where something is left.
 */
export async function doctor(args: readonly string[]): Promise<number> {
  const { values } = parseArguments({
    usage: "doctor [--repair] [--quick] [--report FILE] [--json]",
    args: [...args],
    options: {
      repair: { type: "boolean" },
      quick: { type: "boolean" },
      report: { type: "string" },
      json: { type: "boolean" },
    },
  });
  const settings = readSettings([], process.env);
  const closing = new ClosingStack();
  try {
    const database = await openBesideServer(settings, (line) => console.error(`  ${line}`));
    closing.add(() => database.stop());
    const report = await examineDatabase({
      connectionString: database.connectionString,
      repair: values.repair ?? false,
      history: !(values.quick ?? false),
    });
    if (values.json) console.log(JSON.stringify(report, null, 2));
    else print(report);
    if (values.report !== undefined) {
      await writeFile(values.report, `${JSON.stringify(report, null, 2)}\n`, { mode: 0o600 });
      console.error(say("file.written", { file: values.report }));
    }
    return report.count === 0 ? 0 : 1;
  } finally {
    await closing.closeAll();
  }
}

function print(report: DoctorReport): void {
  for (const finding of report.findings) for (const line of linesOf(finding)) console.log(line);
  const { count, repaired, findings } = report;
  const code = count > 0 ? "doctor.left" : repaired > 0 ? "doctor.repaired" : "doctor.healthy";
  console.log(say(code, { count, repaired, checks: findings.length }));
}

function linesOf(finding: DoctorFinding): string[] {
  const { code, count, repairs, examples } = finding;
  if (count === 0 && repairs.length === 0) return [];
  const language = terminalLanguage();
  const lines = [
    say("doctor.finding", { code, title: finding.title[language], count: count + repairs.length }),
    ...(repairs.length === 0 ? [] : [say("doctor.put-right", { count: repairs.length })]),
    ...examples.map(({ tenant, subject, detail }) => `    ${tenant} ${subject} ${JSON.stringify(detail)}`),
  ];
  if (count > examples.length) lines.push(say("doctor.more", { count: count - examples.length }));
  if (count > 0) lines.push(`    → ${finding.fix[language]}`);
  return lines;
}
