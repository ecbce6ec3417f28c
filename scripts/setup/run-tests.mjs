import { mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { ensureChromium } from "./ensure-chromium.mjs";
import { ensureStudio } from "./ensure-studio.mjs";
import { ROOT, WORKSPACE_NODE } from "./ensure-workspace.mjs";
import { runInTerminal } from "./run-command.mjs";

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * Runs the tests in this terminal and counts them.
 * @param {readonly string[]} args filters and options of vitest, and `--no-browser`
 * @returns {Promise<Counts>}
 */
export async function runTests(args) {
  const browser = !args.includes("--no-browser");
  const rest = args.filter((arg) => arg !== "--no-browser");
  const filters = rest.filter((arg) => !arg.startsWith("-"));
  const mayNeedBrowser =
    filters.length === 0 || filters.some((filter) => /studio|browser|conformance/.test(filter));
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...process.env };
  if (browser && mayNeedBrowser) {
    env.CHROMIUM_PATH = await ensureChromium();
    await ensureStudio();
  }
  const results = path.join(ROOT, "node_modules/.cache/flowright/test-results.json");
  mkdirSync(path.dirname(results), { recursive: true });
  rmSync(results, { force: true });
  const code = await runInTerminal(
    WORKSPACE_NODE,
    [
      ...["node_modules/vitest/vitest.mjs", "run", "--reporter=default", "--reporter=json"],
      `--outputFile.json=${results}`,
      ...(browser ? [] : ["--exclude=**/*.browser.test.*"]),
      ...rest,
    ],
    { cwd: ROOT, env },
  );
  return countsOf(code, results);
}

/**
 * A file that could not even be loaded has no tests to fail, and an error outside any test belongs to none: both
 * count as one failure.
 * @param {number} code
 * @param {string} results
 * @returns {Counts}
 */
export function countsOf(code, results) {
  try {
    const report = JSON.parse(readFileSync(results, "utf8"));
    const broken = report.testResults.filter(
      (/** @type {{ status: string, assertionResults: { status: string }[] }} */ file) =>
        file.status === "failed" && !file.assertionResults.some(({ status }) => status === "failed"),
    ).length;
    const failed = report.numFailedTests + broken;
    return {
      passed: report.numPassedTests,
      failed: failed === 0 && code !== 0 ? 1 : failed,
      skipped: report.numPendingTests + report.numTodoTests,
    };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

/** @param {Counts} counts */
export function summaryLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}
