import type { BatchItem } from "@flowright/client";
import type { BilingualText } from "@flowright/definition";

type Language = keyof BilingualText;

const COLUMNS: readonly BilingualText[] = [
  { en: "Case", "zh-CN": "流程实例" },
  { en: "Result", "zh-CN": "结果" },
  { en: "Reason", "zh-CN": "原因" },
  { en: "What to do", "zh-CN": "处理建议" },
  { en: "Done at (UTC)", "zh-CN": "完成时间（UTC）" },
  { en: "Code", "zh-CN": "代码" },
  { en: "Id", "zh-CN": "标识" },
];

const RESULTS: { readonly [Status in BatchItem["status"]]: BilingualText } = {
  waiting: { en: "not yet", "zh-CN": "未执行" },
  done: { en: "done", "zh-CN": "已完成" },
  failed: { en: "failed", "zh-CN": "失败" },
};

/**
 * What came of each case as CSV (RFC 4180), one line each under a header; with a byte order mark, without which
 * spreadsheet programs take the Chinese for another encoding.
 */
export function batchCsv(items: readonly BatchItem[], language: Language): string {
  const lines = items.map((item) => [
    item.instanceNumber ?? "",
    RESULTS[item.status][language],
    item.problem?.message[language] ?? "",
    item.problem?.fix[language] ?? "",
    item.finishedAt ?? "",
    item.problem?.code ?? "",
    item.instanceId,
  ]);
  const all = [COLUMNS.map((column) => column[language]), ...lines];
  return `\uFEFF${all.map((line) => `${line.map(cell).join(",")}\r\n`).join("")}`;
}

/** A cell that a spreadsheet program would take for a formula is marked as text. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
