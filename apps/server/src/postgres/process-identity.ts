import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/**
 * A text that together with the pid names one process of this boot: pids are reused (after a reboot or in a
 * container almost at once), start times are not. `null` when no such process runs.
 */
export function processStartTime(pid: number): string | null {
  if (!isAlive(pid)) return null;
  if (process.platform === "linux") return linuxStartTime(pid);
  if (process.platform === "win32") return "unknown";
  try {
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim() || null;
  } catch {
    return null;
  }
}

/** Whether a process with this pid runs (also one of another user). A zombie counts as ended. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
  return process.platform !== "linux" || linuxState(pid) !== "Z";
}

function linuxState(pid: number): string | undefined {
  return linuxStat(pid)?.[0];
}

function linuxStartTime(pid: number): string | null {
  const ticks = linuxStat(pid)?.[19];
  if (!ticks) return null;
  return `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()}:${ticks}`;
}

/** The fields of /proc/PID/stat after the command name, which may itself hold blanks and parentheses. */
function linuxStat(pid: number): string[] | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    return text.slice(text.lastIndexOf(")") + 2).split(" ");
  } catch {
    return null;
  }
}
