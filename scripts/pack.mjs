/**
 * `npm run pack`: the packages as they would be published, as `npm pack` archives in `dist/archives`.
 *
 * The workspace runs on its sources; published packages carry what TypeScript makes of them. One compilation of the
 * whole house gives JavaScript and declarations; each package is then put together in a folder of its own, with the
 * entry points of its `publishConfig` and exact versions in the place of `workspace:*`.
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
import { ensureWorkspace, ROOT, WORKSPACE_NODE } from "./setup/ensure-workspace.mjs";
import { explainFailure } from "./setup/explain-failure.mjs";
import { say } from "./setup/messages.mjs";
import { runQuietly } from "./setup/run-command.mjs";
import { runMain, step } from "./setup/step.mjs";

const ARCHIVES = path.join(ROOT, "dist/archives");

await runMain(async () => {
  await ensureWorkspace();
  const staging = mkdtempSync(path.join(os.tmpdir(), "flowright-pack-"));
  try {
    await step(say("packCompile"), () => compile(path.join(staging, "compiled")));
    rmSync(ARCHIVES, { recursive: true, force: true });
    mkdirSync(ARCHIVES, { recursive: true });
    for (const folder of publishedFolders()) {
      await step(say("pack", { folder }), () => pack(folder, staging));
    }
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
  return 0;
});

/** @returns {string[]} folders of packages that may be published, for example `packages/engine` */
function publishedFolders() {
  return ["schemas", ...children("packages"), ...children("apps")].filter((folder) => {
    const file = path.join(ROOT, folder, "package.json");
    return existsSync(file) && JSON.parse(readFileSync(file, "utf8")).private !== true;
  });
}

/** @param {string} folder */
function children(folder) {
  return readdirSync(path.join(ROOT, folder)).map((name) => `${folder}/${name}`);
}

/** @param {string} outDir */
async function compile(outDir) {
  const project = path.join(ROOT, "tsconfig.json");
  const emit = [
    "--noEmit",
    "false",
    "--incremental",
    "false",
    "--declaration",
    "--outDir",
    outDir,
    "--rootDir",
    ROOT,
  ];
  const result = await runQuietly(
    WORKSPACE_NODE,
    ["node_modules/typescript/bin/tsc", "-p", project, "--tsBuildInfoFile", "null", ...emit],
    { cwd: ROOT },
  );
  if (result.code !== 0) throw explainFailure(result);
}

/**
 * @param {string} folder
 * @param {string} staging
 */
async function pack(folder, staging) {
  const target = path.join(staging, folder);
  mkdirSync(target, { recursive: true });
  const manifest = JSON.parse(readFileSync(path.join(ROOT, folder, "package.json"), "utf8"));
  const { publishConfig = {}, devDependencies: _, scripts: __, ...published } = manifest;
  Object.assign(published, publishConfig);
  published.dependencies = exactVersions(manifest.dependencies);
  writeFileSync(path.join(target, "package.json"), `${JSON.stringify(published, null, 2)}\n`);
  const source = path.join(ROOT, folder);
  copyWithout(
    path.join(staging, "compiled", folder, "src"),
    path.join(target, "dist"),
    /\.test\.(js|d\.ts)$/,
  );
  // Style sheets and JSON stay what they are, beside the code that names them.
  copyOnly(path.join(source, "src"), path.join(target, "dist"), /\.(css|json)$/);
  copyOnly(path.join(source, "src"), path.join(target, "src"), /\.css$/);
  for (const name of ["README.md", "bin", "workflow"]) copy(path.join(source, name), path.join(target, name));
  copy(path.join(ROOT, "LICENSE"), path.join(target, "LICENSE"));
  if (manifest.bin) copy(path.join(ROOT, "apps/studio/dist"), path.join(target, "studio"));
  const result = await runQuietly("npm", ["pack", "--pack-destination", ARCHIVES], { cwd: target });
  if (result.code !== 0) throw explainFailure(result);
}

/** @param {Record<string, string>} [dependencies] */
function exactVersions(dependencies = {}) {
  return Object.fromEntries(
    Object.entries(dependencies).map(([name, version]) => [
      name,
      version.startsWith("workspace:") ? "0.1.0" : version,
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
 * @param {RegExp} left
 */
function copyWithout(from, to, left) {
  if (existsSync(from)) cpSync(from, to, { recursive: true, filter: (file) => !left.test(file) });
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
