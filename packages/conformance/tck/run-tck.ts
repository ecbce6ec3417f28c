/**
 * Runs the public DMN test suite against the engine and prints what passes, by chapter and level:
 * `run-tck.ts --from DIR [--only WORD] [--failures] [--write --commit HASH]`.
 *
 * DIR is a copy of the repository dmn-tck/tck, with `TestCases/compliance-level-2` and `-3`. `--failures` names the
 * test cases that do not pass; `--write` publishes the table in docs/reference/feel-conformance.md.
 */
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { type Chapter, conformancePage, summary } from "./src/report.ts";
import { runFolder } from "./src/run-folder.ts";
import { shown } from "./src/shown.ts";

const LEVELS = ["compliance-level-2", "compliance-level-3"];
const PAGE = path.join(import.meta.dirname, "../../../docs/reference/feel-conformance.md");

const { values } = parseArgs({
  options: {
    from: { type: "string" },
    only: { type: "string" },
    failures: { type: "boolean" },
    write: { type: "boolean" },
    commit: { type: "string" },
  },
});
const chapters = LEVELS.flatMap((level) => chaptersOf(testCasesIn(values.from), level, values.only));
if (values.failures) for (const chapter of chapters) printFailures(chapter);
for (const line of summary(chapters)) console.log(line);
if (values.write) {
  if (values.commit === undefined || values.only !== undefined) {
    stop("--write needs --commit HASH, the state of the TCK, and all chapters.");
  }
  writeFileSync(PAGE, conformancePage(chapters, values.commit));
}

function testCasesIn(folder: string | undefined): string {
  const found = path.join(folder ?? "", "TestCases");
  if (folder === undefined || LEVELS.some((level) => !existsSync(path.join(found, level)))) {
    return stop("Say where the TCK is: --from DIR, a copy of github.com/dmn-tck/tck.");
  }
  return found;
}

function chaptersOf(testCases: string, level: string, only = ""): Chapter[] {
  const folder = path.join(testCases, level);
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name.includes(only))
    .map(({ name }) => ({ level, name, outcomes: runFolder(path.join(folder, name)) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function printFailures({ name, outcomes }: Chapter): void {
  for (const { id, passed, expected, found, journal } of outcomes) {
    if (passed) continue;
    console.log(
      `${name} ${id}: expected ${shown(expected)}, found ${shown(found)}; ${journal.problems[0] ?? ""}`,
    );
  }
}

function stop(message: string): never {
  console.error(message);
  process.exit(2);
}
