import type { Row } from "./campaign.ts";

/** The head of the table, in Markdown. */
export const TABLE_HEAD = [
  "| Fault | Size | Injected | Told | Lost | Doubled | Stuck | Broken | Worst take-over | Seconds | Beside that |",
  "| --- | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |",
].join("\n");

/** One line of the table. */
export function tableRow(row: Row): string {
  const takeOver = row.takeOver === null ? "–" : `${(row.takeOver / 1000).toFixed(1)} s`;
  const cells = [row.name, row.size, row.injected, row.told, row.lost, row.doubled, row.stuck, row.broken];
  return `| ${[...cells, takeOver, row.seconds, row.note].join(" | ")} |`;
}
