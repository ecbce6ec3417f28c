import { spawn } from "node:child_process";

/** Opens the address in the person's browser, where there is a display; a failure is not worth a word. */
export function openBrowser(url: string, env: NodeJS.ProcessEnv = process.env): void {
  const command = commandFor(url, env);
  if (!command) return;
  const [file, ...args] = command;
  const child = spawn(file as string, args, { detached: true, stdio: "ignore" });
  child.once("error", () => undefined);
  child.unref();
}

function commandFor(url: string, env: NodeJS.ProcessEnv): string[] | null {
  if (process.platform === "darwin") return ["open", url];
  if (process.platform === "win32") return ["cmd", "/c", "start", "", url];
  return env.DISPLAY || env.WAYLAND_DISPLAY ? ["xdg-open", url] : null;
}
