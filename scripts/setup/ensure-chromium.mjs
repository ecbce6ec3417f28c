import { accessSync, constants } from "node:fs";
import { say } from "./messages.mjs";
import { runQuietly } from "./run-command.mjs";
import { Explained, step } from "./step.mjs";

const CANDIDATES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/**
 * The path of a Chromium for the browser tests, with fonts that have Chinese characters. On Debian, as root,
 * what is missing is installed; elsewhere one sentence says what to do.
 */
export async function ensureChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (!runnable(named)) throw new Explained(say("chromiumPathWrong", { path: named }));
    return named;
  }
  const missing = await missingPackages();
  const found = CANDIDATES.find(runnable);
  if (found && missing.length === 0) return found;
  if (missing.length > 0 && process.getuid?.() === 0 && runnable("/usr/bin/apt-get")) {
    await step(say("chromium"), (report) => install(missing, report));
    const installed = CANDIDATES.find(runnable);
    if (installed) return installed;
  }
  throw new Explained(say("chromiumByHand"));
}

/** The Debian packages for what is not there: a browser, or any font with Chinese characters. */
async function missingPackages() {
  const fonts = await runQuietly("fc-list", [":lang=zh", "family"]);
  const unknown = fonts.code !== 0 && !runnable("/usr/bin/apt-get");
  return [
    ...(CANDIDATES.some(runnable) ? [] : ["chromium"]),
    ...((fonts.code === 0 && fonts.output.trim()) || unknown ? [] : ["fonts-noto-cjk", "fonts-liberation"]),
  ];
}

/**
 * @param {readonly string[]} packages
 * @param {(detail: string) => void} report
 */
async function install(packages, report) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const onLine = (/** @type {string} */ line) => report(line.slice(0, 100));
  const install = ["install", "-y", "--no-install-recommends", ...packages];
  const first = await runQuietly("apt-get", install, { env, onLine });
  if (first.code === 0) return;
  // The package lists may be missing or old, as in a fresh container.
  await runQuietly("apt-get", ["update"], { env, onLine });
  const second = await runQuietly("apt-get", install, { env, onLine });
  if (second.code !== 0) throw new Explained(`${say("chromiumByHand")}\n\n${second.output.slice(-800)}`);
}

/** @param {string} file */
function runnable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
