import { createHash } from "node:crypto";
import { glob, mkdir, readdir, rename, rm, stat, utimes } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

const WORKSPACE = fileURLToPath(new URL("../../../../", import.meta.url));
const BUILT = fileURLToPath(new URL("../../node_modules/.pages", import.meta.url));
/** Everything that a page of these tests can be made of. */
const SOURCES = [
  "packages/*/src/**",
  "packages/*/package.json",
  "packages/designer/test/**",
  "examples/*/*.json",
  "package-lock.json",
];
/** Milliseconds after which no test looks at a page of other sources any more. */
const FORGOTTEN = 2 * 60 * 60 * 1000;

/**
 * The folder with a page built from the sources as they are; built where it is not there yet. A page is built aside and
 * put in its place whole, so that test files that run at the same time neither see half of one nor lose theirs.
 */
export async function builtOnce(name: string, build: (folder: string) => Promise<unknown>): Promise<string> {
  const folder = path.join(BUILT, `${name}-${await stateOfSources()}`);
  if ((await lastUsed(folder)) > 0) {
    await utimes(folder, new Date(), new Date());
    return folder;
  }
  const aside = path.join(BUILT, `.${name}-${process.pid}`);
  await mkdir(BUILT, { recursive: true });
  await build(aside);
  // Somebody else may have been quicker with the same.
  await rename(aside, folder).catch(() => rm(aside, { recursive: true, force: true }));
  await removeForgotten(folder);
  return folder;
}

/** Which files there are, how long they are and when each was written last. */
async function stateOfSources(): Promise<string> {
  const files: string[] = [];
  for await (const file of glob(SOURCES, { cwd: WORKSPACE })) files.push(file);
  // What is taken away while we look is no source any more.
  const stats = await Promise.all(
    files.sort().map((file) => stat(path.join(WORKSPACE, file)).catch(() => ({ size: 0, mtimeMs: 0 }))),
  );
  const hash = createHash("sha256");
  for (const [at, { size, mtimeMs }] of stats.entries()) hash.update(`${files[at]} ${size} ${mtimeMs}\n`);
  return hash.digest("hex").slice(0, 16);
}

async function removeForgotten(own: string): Promise<void> {
  for (const name of await readdir(BUILT)) {
    const folder = path.join(BUILT, name);
    const last = folder === own ? Date.now() : await lastUsed(folder);
    if (Date.now() - last > FORGOTTEN) await rm(folder, { recursive: true, force: true });
  }
}

/** When a page was built or taken again; 0 where there is none. */
function lastUsed(folder: string): Promise<number> {
  return stat(folder).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );
}
