/** Writes the reference page of what is said of BPMN files. */
import { writeFileSync } from "node:fs";
import path from "node:path";
import type { ProblemTemplate } from "@flowright/definition";
import { EXPORT_PROBLEMS } from "../src/export/export-problems.ts";
import { OWN_PROBLEMS } from "../src/extension/own-problems.ts";
import { GUARD_PROBLEMS } from "../src/guard/guard-problems.ts";
import { IMPORT_PROBLEMS } from "../src/import/import-problems.ts";
import { BPMN_RULES } from "../src/rules/check-rules.ts";

function entry(code: string, { severity, message, fix }: ProblemTemplate, section?: string): string {
  const weight = severity === "error" ? "Error · 错误" : "Warning · 警告";
  return [
    `### ${code}`,
    "",
    section === undefined ? weight : `${weight} · BPMN 2.0.2, ${section}`,
    "",
    `- ${message.en} ${fix.en}`,
    `- ${message["zh-CN"]}${fix["zh-CN"]}`,
  ].join("\n");
}

function family(title: string, templates: Readonly<Record<string, ProblemTemplate>>): string {
  const entries = Object.entries(templates).map(([code, template]) => entry(code, template));
  return `## ${title}\n\n${entries.join("\n\n")}\n`;
}

const rules = Object.entries(BPMN_RULES).map(([code, { section, message, fix }]) =>
  entry(code, { severity: "warning", message, fix }, section),
);

const page = `# Problems of BPMN files · BPMN 文件的问题代码

What is said of a BPMN file when it is read, checked or written. An error means that something is not there; a warning,
that it is there and has to be looked at. \`{name}\` stands for a parameter of the problem. Each problem also names the
element (its id) and the line of the file. Problems of the flows themselves are on [their own page](problems.md).

读取、检查或写出 BPMN 文件时的问题。错误表示内容缺失，警告表示内容存在但需要查看。\`{name}\` 代表问题的参数。每个问题还会给出元素（id）及其在文件中的行号。流程本身的问题见[问题代码](problems.md)。

${family("Files that are not read · 不予读取的文件", GUARD_PROBLEMS)}
${family("Import · 导入", IMPORT_PROBLEMS)}
${family("Our own extensions · 自有扩展", OWN_PROBLEMS)}
${family("Export · 导出", EXPORT_PROBLEMS)}
## Rules of BPMN · BPMN 规则

What the standard asks for and its XML schemas cannot say. The numbers are sections of BPMN 2.0.2 (OMG
formal/2013-12-09). They were compared with two public outlines of the standard that give its sections by number and
page; the document of the OMG itself was not at hand. A section says where the rule belongs, not that the standard
words it like this.

标准有要求、但 XML Schema 无法表达的规则。编号为 BPMN 2.0.2（OMG formal/2013-12-09）的章节。编号已与两份列出章节号和页码的公开提纲核对，未与 OMG 原文核对。章节只表示规则的出处，措辞并非标准原文。

${rules.join("\n\n")}
`;

writeFileSync(path.resolve(import.meta.dirname, "../../../docs/reference/bpmn-problems.md"), page);
