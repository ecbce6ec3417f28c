/** Writes the reference page of all problem codes. */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { CALENDAR_PROBLEMS } from "../src/problem/family/calendar-problems.ts";
import { CONTAINER_PROBLEMS } from "../src/problem/family/container-problems.ts";
import { DATA_PROBLEMS } from "../src/problem/family/data-problems.ts";
import { EVENT_PROBLEMS } from "../src/problem/family/event-problems.ts";
import { GATEWAY_PROBLEMS } from "../src/problem/family/gateway-problems.ts";
import { JSON_PROBLEMS } from "../src/problem/family/json-problems.ts";
import { PROOF_PROBLEMS } from "../src/problem/family/proof-problems.ts";
import { ROLE_PROBLEMS } from "../src/problem/family/role-problems.ts";
import { SCHEMA_PROBLEMS } from "../src/problem/family/schema-problems.ts";
import { STRUCTURE_PROBLEMS } from "../src/problem/family/structure-problems.ts";
import { TASK_PROBLEMS } from "../src/problem/family/task-problems.ts";
import type { ProblemFamily } from "../src/problem/problem-template.ts";

const FAMILIES: readonly (readonly [title: string, family: ProblemFamily])[] = [
  ["JSON", JSON_PROBLEMS],
  ["Shape of the document · 文档结构", SCHEMA_PROBLEMS],
  ["Steps and lines · 节点与连线", STRUCTURE_PROBLEMS],
  ["Gateways · 网关", GATEWAY_PROBLEMS],
  ["Blocks · 子流程与计划", CONTAINER_PROBLEMS],
  ["Events · 事件", EVENT_PROBLEMS],
  ["Working calendars · 工作日历", CALENDAR_PROBLEMS],
  ["Tasks · 任务", TASK_PROBLEMS],
  ["Data and forms · 数据与表单", DATA_PROBLEMS],
  ["Roles and people · 角色与人员", ROLE_PROBLEMS],
  ["Proof · 流程验证", PROOF_PROBLEMS],
];

const sections = FAMILIES.map(([title, family]) => {
  const entries = Object.entries(family).map(([code, { severity, message, fix }]) =>
    [
      `### ${code}`,
      "",
      `${severity === "error" ? "Error: blocks publishing · 错误：阻止发布" : "Warning · 警告"}`,
      "",
      `- ${message.en} ${fix.en}`,
      `- ${message["zh-CN"]}${fix["zh-CN"]}`,
    ].join("\n"),
  );
  return `## ${title}\n\n${entries.join("\n\n")}\n`;
});

const page = `# Problems · 问题代码

Every problem that checking a definition can find, with what it says and how to mend it. \`{name}\` stands for a
parameter of the problem. Problems of expressions have codes that begin with \`expression.\`.
Those of BPMN files are on [their own page](bpmn-problems.md).

检查流程定义时可能发现的全部问题、含义及处理办法。\`{name}\` 代表问题的参数。表达式的问题代码以 \`expression.\` 开头。BPMN 文件的问题见[另一页](bpmn-problems.md)。

${sections.join("\n")}`;

const file = path.resolve(import.meta.dirname, "../../../docs/reference/problems.md");
mkdirSync(path.dirname(file), { recursive: true });
writeFileSync(file, page);
