/**
 * `npm run pack`: the packages as they would be published, as `npm pack` archives in `dist/archives`, or in the
 * folder that `--to` names. `--libraries` leaves the program, which carries the studio, out.
 *
 * The workspace runs on its sources; published packages carry what TypeScript makes of them. One compilation of all
 * published packages gives JavaScript and declarations; each package is then put together in a folder of its own,
 * with the entry points of its `publishConfig` and exact versions in the place of `workspace:*`.
 */
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { ensureStudio } from "./setup/ensure-studio.mjs";
import { ensureWorkspace, ROOT, WORKSPACE_NODE } from "./setup/ensure-workspace.mjs";
import { explainFailure } from "./setup/explain-failure.mjs";
import { say } from "./setup/messages.mjs";
import { runQuietly } from "./setup/run-command.mjs";
import { Explained, runMain, step } from "./setup/step.mjs";

await runMain(async () => {
  const { values } = parseArgs({ options: { to: { type: "string" }, libraries: { type: "boolean" } } });
  const archives = path.resolve(values.to ?? path.join(ROOT, "dist/archives"));
  await ensureWorkspace();
  if (!values.libraries) await ensureStudio();
  const staging = mkdtempSync(path.join(os.tmpdir(), "flowright-pack-"));
  try {
    await step(say("packCompile"), () => compile(path.join(staging, "compiled")));
    rmSync(archives, { recursive: true, force: true });
    mkdirSync(archives, { recursive: true });
    const folders = publishedFolders().filter((folder) => !values.libraries || !folder.startsWith("apps/"));
    await step(say("pack", { count: folders.length, folder: archives }), async () => {
      const targets = folders.map((folder) => putTogether(folder, staging));
      const result = await runQuietly("npm", ["pack", "--pack-destination", archives, ...targets], {
        cwd: staging,
      });
      if (result.code !== 0) throw explainFailure(result);
    });
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
  return 0;
});

/** @returns {string[]} folders of packages that may be published, for example `packages/engine` */
function publishedFolders() {
  return ["schemas", ...children("packages"), ...children("apps")].filter((folder) => {
    const file = path.join(ROOT, folder, "package.json");
    return existsSync(file) && manifestOf(folder).private !== true;
  });
}

/** @param {string} folder */
function children(folder) {
  return readdirSync(path.join(ROOT, folder)).map((name) => `${folder}/${name}`);
}

/**
 * Every error is told, with its place: this is the only compilation that writes declarations, so it may find what
 * the check of types alone does not.
 * @param {string} outDir
 */
async function compile(outDir) {
  const args = ["node_modules/typescript/bin/tsc", "-p", "tsconfig.pack.json", "--outDir", outDir];
  const result = await runQuietly(WORKSPACE_NODE, args, { cwd: ROOT });
  if (result.code === 0) return;
  const errors = result.output.split(/\r?\n/).filter((line) => / error TS\d+: /.test(line));
  if (errors.length === 0) throw explainFailure(result);
  throw new Explained([say("packErrors", { count: errors.length }), ...errors].join("\n    "));
}

/**
 * @param {string} folder
 * @param {string} staging
 * @returns {string} the folder that holds the package as it is published
 */
function putTogether(folder, staging) {
  const target = path.join(staging, folder);
  mkdirSync(target, { recursive: true });
  const { publishConfig = {}, devDependencies: _, scripts: __, ...published } = manifestOf(folder);
  Object.assign(published, publishConfig);
  if (published.dependencies) published.dependencies = exactVersions(published.dependencies);
  writeFileSync(path.join(target, "package.json"), `${JSON.stringify(published, null, 2)}\n`);
  const source = path.join(ROOT, folder);
  copy(path.join(staging, "compiled", folder, "src"), path.join(target, "dist"));
  // Style sheets are published as they are.
  copyOnly(path.join(source, "src"), path.join(target, "src"), /\.css$/);
  for (const name of ["README.md", "bin", "workflow"]) copy(path.join(source, name), path.join(target, name));
  copy(path.join(ROOT, "LICENSE"), path.join(target, "LICENSE"));
  if (published.bin) copy(path.join(ROOT, "apps/studio/dist"), path.join(target, "studio"));
  return target;
}

/** @param {string} folder */
function manifestOf(folder) {
  return JSON.parse(readFileSync(path.join(ROOT, folder, "package.json"), "utf8"));
}

/** @param {Record<string, string>} dependencies */
function exactVersions(dependencies) {
  const versions = new Map(
    publishedFolders()
      .map(manifestOf)
      .map(({ name, version }) => [name, version]),
  );
  return Object.fromEntries(
    Object.entries(dependencies).map(([name, version]) => [
      name,
      version.startsWith("workspace:") ? versions.get(name) : version,
    ]),
  );
}

/**
 * @param {string} from
 * @param {string} to
 */
function copy(from, to) {
  if (existsSync(from)) cpSync(from, to, { recursive: true });
}

/**
 * @param {string} from
 * @param {string} to
 * @param {RegExp} wanted
 */
function copyOnly(from, to, wanted) {
  if (!existsSync(from)) return;
  for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !wanted.test(entry.name)) continue;
    const relative = path.relative(from, path.join(entry.parentPath, entry.name));
    copy(path.join(from, relative), path.join(to, relative));
  }
}
