import { spawn } from "node:child_process";

/**
 * Runs a command quietly, keeping what it writes.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, onLine?: (line: string) => void }} [options]
 * @returns {Promise<{ code: number | null, signal: string | null, output: string }>}
 */
export function runQuietly(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: ["ignore", "pipe", "pipe"],
      shell: process.platform === "win32",
    });
    let output = "";
    /** @param {Buffer} chunk */
    const collect = (chunk) => {
      const text = chunk.toString();
      output = (output + text).slice(-200_000);
      for (const line of text.split(/[\r\n]+/)) if (line.trim()) options.onLine?.(line.trim());
    };
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.on("error", (error) =>
      resolve({ code: null, signal: null, output: `${output}\n${error.message}` }),
    );
    child.on("close", (code, signal) => resolve({ code, signal, output }));
  });
}

/**
 * Runs a command in this terminal and gives its exit code. Ctrl-C reaches it directly, so it is waited for.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<number>}
 */
export function runInTerminal(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: "inherit",
    });
    /** @param {NodeJS.Signals} signal */
    const pass = (signal) => child.kill(signal);
    // The terminal sends Ctrl-C to every process of the group; only a signal meant for us alone is passed on.
    const ignore = () => {};
    process.on("SIGINT", process.stdin.isTTY ? ignore : pass);
    process.on("SIGTERM", pass);
    process.on("SIGHUP", pass);
    child.on("error", reject);
    child.on("close", (code, signal) => resolve(code ?? (signal === "SIGINT" ? 130 : 1)));
  });
}
