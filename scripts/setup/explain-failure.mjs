import { say } from "./messages.mjs";
import { Explained } from "./step.mjs";

/** What the output of a tool shows, the most certain signs first. */
const SIGNS = /** @type {const} */ ([
  [/ENOSPC|no space left on device/i, "noDisk"],
  [/ERR_PNPM_OUTDATED_LOCKFILE|frozen-lockfile" because/i, "lockfile"],
  [/CERT_|certificate|SELF_SIGNED/i, "certificate"],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|network|fetch failed|Temporary failure resolving/i,
    "noNetwork",
  ],
  [/EACCES|EPERM|permission denied/i, "noPermission"],
  [/spawn \S+ ENOENT/i, "npxMissing"],
]);

/**
 * The failure of a tool in words: what most likely happened and what to do, and below it what the tool itself said.
 *
 * @param {{ code: number | null, signal: string | null, output: string }} result
 * @returns {Explained}
 */
export function explainFailure(result) {
  const sign = SIGNS.find(([pattern]) => pattern.test(result.output));
  const words = sign
    ? say(sign[1])
    : result.signal === "SIGKILL" || result.code === 137
      ? say("tooLittleMemory")
      : say("unknownFailure", { code: result.code ?? result.signal });
  const lines = result.output.trim().split(/\r?\n/).slice(-12);
  return new Explained(`${words}\n\n${say("lastLines")}\n${lines.map((line) => `    ${line}`).join("\n")}`);
}
