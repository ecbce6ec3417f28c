import type { Outcome } from "./run-folder.ts";

/** The outcomes of one folder of the TCK. */
export interface Chapter {
  readonly level: string;
  readonly name: string;
  readonly outcomes: readonly Outcome[];
}

/** The page that publishes the result. `commit` is the state of the TCK that was run. */
export function conformancePage(chapters: readonly Chapter[], commit: string): string {
  const levels = [...new Set(chapters.map(({ level }) => level))];
  return [
    "# FEEL conformance · FEEL 一致性",
    "",
    `What the engine passes of the public DMN test suite (TCK), commit \`${commit}\`. Written by`,
    "`packages/conformance/tck/run-tck.ts --from DIR --write --commit HASH`; a test case passes when every result it",
    'names is as expected. Evaluated with DMN\'s nulls (`nulls: "dmn"`); in flows a missing value is an error instead.',
    "",
    "引擎在公开的 DMN 测试套件（TCK）中的通过情况。本页由上述命令生成；用例列出的每个结果都符合预期才算通过。",
    "测试采用 DMN 的空值规则；在流程中，缺失的值会报错。",
    "",
    "| Level · 级别 | Passed · 通过 | Total · 总数 |",
    "| --- | --- | --- |",
    ...levels.map((level) =>
      row(
        level,
        chapters.filter((chapter) => chapter.level === level),
      ),
    ),
    row("All · 合计", chapters),
    "",
    tablesLine(chapters),
    "",
    "## Left out · 不支持",
    "",
    ...leftOut(chapters),
    "",
    ...levels.flatMap((level) => [
      `## ${level}`,
      "",
      "| Chapter · 章节 | Passed · 通过 | Total · 总数 |",
      "| --- | --- | --- |",
      ...chapters.filter((chapter) => chapter.level === level).map((chapter) => row(chapter.name, [chapter])),
      "",
    ]),
  ].join("\n");
}

/** `name: passed/total` of every chapter that does not pass in full, and of the levels and the whole. */
export function summary(chapters: readonly Chapter[]): string[] {
  const levels = [...new Set(chapters.map(({ level }) => level))];
  return [
    ...chapters
      .filter(({ outcomes }) => outcomes.some((one) => !one.passed))
      .map((chapter) => `${chapter.name}: ${count([chapter])}`),
    ...levels.map((level) => `${level}: ${count(chapters.filter((chapter) => chapter.level === level))}`),
    `all: ${count(chapters)}`,
    tablesLine(chapters),
    ...leftOut(chapters),
  ];
}

/** Which part decided the tables. */
function tablesLine(chapters: readonly Chapter[]): string {
  const tables = chapters.flatMap(({ outcomes }) => outcomes.map(({ journal }) => journal.tables));
  const product = tables.reduce((sum, one) => sum + one.product, 0);
  const here = tables.reduce((sum, one) => sum + one.here, 0);
  return [
    `Decision tables · 决策表: \`@flowright/decisions\` decided ${product} of ${product + here}; the others have names`,
    "with signs in them, or read what the case lacks, and went through unary tests alone.",
  ].join("\n");
}

function count(chapters: readonly Chapter[]): string {
  const all = chapters.flatMap(({ outcomes }) => outcomes);
  return `${all.filter((one) => one.passed).length}/${all.length}`;
}

function row(name: string, chapters: readonly Chapter[]): string {
  return `| ${name} | ${count(chapters).replace("/", " | ")} |`;
}

function leftOut(chapters: readonly Chapter[]): string[] {
  const reasons = new Map<string, number>();
  for (const { passed, outside } of chapters.flatMap(({ outcomes }) => outcomes)) {
    if (!passed)
      reasons.set(outside ?? "not supported yet", (reasons.get(outside ?? "not supported yet") ?? 0) + 1);
  }
  return [...reasons].map(([reason, times]) => `- ${times}: ${reason}`);
}
