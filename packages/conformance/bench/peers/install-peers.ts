import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const FOLDER = fileURLToPath(new URL(".", import.meta.url));

/**
 * Installs the peers at the versions of the lockfile beside this file, where they are not there yet. They are no part
 * of the workspace, so that whoever installs the product does not get them.
 */
export async function installPeers(): Promise<void> {
  if (existsSync(path.join(FOLDER, "node_modules", "graphile-worker"))) return;
  await promisify(execFile)("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts"], {
    cwd: FOLDER,
    shell: process.platform === "win32",
  });
}

/** A peer's module, of which only what `Module` names is used. */
export function loadPeer<Module>(name: string): Module {
  return createRequire(new URL("./package.json", import.meta.url))(name) as Module;
}

/** Version of a peer as it is installed. */
export function peerVersion(name: string): string {
  return (
    loadPeer<{ readonly dependencies: Readonly<Record<string, string>> }>("./package.json").dependencies[
      name
    ] ?? ""
  );
}
