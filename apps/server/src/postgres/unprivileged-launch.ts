import { execFileSync } from "node:child_process";
import { lchown, lstat, readdir, stat } from "node:fs/promises";
import path from "node:path";
import { ProgramProblem } from "../terminal/program-problem.ts";

/** How a PostgreSQL program is started so that it does not run as root. */
export interface UnprivilegedLaunch {
  /** Put before the program and its arguments; empty where nothing is needed. */
  readonly prefix: readonly string[];
  /** The user that owns the cluster, when it is not the user of this process. */
  readonly owner: number | null;
}

/** nobody: exists everywhere, owns nothing. */
const NOBODY = 65534;

/**
 * PostgreSQL refuses to run as root. Three ways around it, best first:
 *
 * 1. A user namespace in which our own uid is called "nobody". Files stay ours, so it works below a folder that
 *    only root may enter (root's home, a temporary folder of mode 700). Many containers forbid it.
 * 2. The user "nobody", to whom the cluster is then given; or the owner of an existing cluster, so that one begun
 *    as an ordinary user keeps belonging to that user.
 * 3. The same with the one capability to enter folders that are closed to that user.
 */
export async function unprivilegedLaunch(cluster: string, program: string): Promise<UnprivilegedLaunch> {
  const uid = process.getuid?.();
  if (uid === undefined) return { prefix: [], owner: null };
  const owner = await ownerOf(cluster);
  if (uid !== 0) {
    if (owner !== null && owner !== uid)
      throw new ProgramProblem("postgres.owner", { folder: cluster, owner, uid });
    return { prefix: deathSignal(), owner: null };
  }
  if (owner === null || owner === 0) {
    const namespace = ["unshare", "--user", `--map-user=${NOBODY}`, `--map-group=${NOBODY}`];
    if (works(namespace)) return { prefix: [...namespace, ...deathSignal()], owner: null };
  }
  const target = owner || NOBODY;
  const lowered = [
    "setpriv",
    `--reuid=${target}`,
    `--regid=${target}`,
    "--clear-groups",
    "--pdeathsig",
    "INT",
  ];
  const mayEnter = ["test", "-x", path.dirname(cluster), "-a", "-x", program];
  if (works(lowered, mayEnter)) return { prefix: lowered, owner: target };
  const entering = [...lowered, "--inh-caps=+dac_override", "--ambient-caps=+dac_override"];
  if (works(entering, mayEnter)) return { prefix: entering, owner: target };
  throw new ProgramProblem("postgres.root");
}

/** Gives a folder and all below it to the owner that the launch needs. */
export async function giveTo(owner: number | null, folder: string): Promise<void> {
  if (owner === null) return;
  await lchown(folder, owner, owner);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const child = path.join(folder, entry.name);
    if (entry.isDirectory()) await giveTo(owner, child);
    else if ((await lstat(child)).uid !== owner) await lchown(child, owner, owner);
  }
}

/**
 * Where the system has it, the kernel asks PostgreSQL for a fast shutdown the moment our process dies, however
 * it dies. The pid file check at the next start covers the rest.
 */
function deathSignal(): string[] {
  const prefix = ["setpriv", "--pdeathsig", "INT"];
  return process.platform === "linux" && works(prefix) ? prefix : [];
}

function works(prefix: readonly string[], probe: readonly string[] = ["true"]): boolean {
  const [command, ...args] = [...prefix, ...probe];
  try {
    execFileSync(command as string, args, { stdio: "ignore", timeout: 5_000 });
    return true;
  } catch {
    return false;
  }
}

async function ownerOf(folder: string): Promise<number | null> {
  return stat(folder).then(
    (found) => found.uid,
    () => null,
  );
}
