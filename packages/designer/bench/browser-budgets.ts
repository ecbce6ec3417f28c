/**
 * What the designer's canvas and the viewer take in a real browser, with real moves of a mouse, beside their budgets:
 * `node packages/designer/bench/browser-budgets.ts [words of a row…]`.
 *
 * Each row is measured on fresh pages (`BENCH_REPEATS`, five unless told otherwise) and printed with the least, the
 * middle and the greatest figure. They count on a machine that does nothing else; with `BENCH_GATE=1` a middle figure
 * over its gate makes the program fail. `CHROMIUM_PATH` names the browser.
 */
import { loadavg } from "node:os";
import { openBrowser } from "../test/open-page.ts";
import { ROWS } from "./browser-budgets/rows.ts";
import { servePage } from "./browser-budgets/serve-page.ts";

const REPEATS = Number(process.env["BENCH_REPEATS"] ?? 5);
const words = process.argv.slice(2).filter((word) => !word.startsWith("-"));
const rows = ROWS.filter(({ name }) => words.every((word) => name.includes(word)));

const server = await servePage();
const browser = await openBrowser();
try {
  console.log(`load of the machine ${loadavg()[0]?.toFixed(1)}, ${REPEATS} times each, milliseconds`);
  console.log(`${"".padEnd(50)}    least   middle greatest   target     gate`);
  for (const { name, target, gate, measure } of rows) {
    const figures: number[] = [];
    for (let time = 0; time < REPEATS; time += 1) figures.push(await measure(browser, server.url));
    figures.sort((a, b) => a - b);
    const middle = figures[Math.floor(figures.length / 2)] ?? 0;
    const shown = [figures[0] ?? 0, middle, figures.at(-1) ?? 0, target, gate];
    const over = middle > gate;
    console.log(
      name.padEnd(50) +
        shown.map((figure) => figure.toFixed(0).padStart(9)).join("") +
        (over ? "  over" : ""),
    );
    if (over && process.env["BENCH_GATE"]) process.exitCode = 1;
  }
} finally {
  await browser.close();
  await server.close();
}
