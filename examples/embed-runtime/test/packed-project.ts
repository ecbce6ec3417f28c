import { spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";

const ROOT = path.resolve(import.meta.dirname, "../../..");
const EXAMPLES = path.join(ROOT, "examples");

export interface PackedProject {
  readonly folder: string;
  /** Runs a program in the project's folder and gives what it wrote; a failure rejects with that. */
  run(command: string, args: readonly string[]): Promise<string>;
  /** What the TypeScript of the workspace has to say about these files, a line for each error. */
  typeErrors(files: readonly string[]): Promise<string[]>;
  remove(): Promise<void>;
}

/** An empty project outside the repository, with our archives, what the samples need, and the samples themselves. */
export async function openPackedProject(): Promise<PackedProject> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "flowright-packed-"));
  const archives = path.join(folder, "archives");
  const inFolder = async (command: string, args: readonly string[]) => {
    const { code, output } = await run(folder, command, args);
    if (code !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${code}:\n${output}`);
    return output;
  };
  await inFolder(process.execPath, [path.join(ROOT, "scripts/pack.mjs"), "--to", archives]);
  await writeFile(path.join(folder, "package.json"), '{ "private": true, "type": "module" }\n');
  const packed = (await readdir(archives)).map((file) => path.join(archives, file));
  const quiet = ["--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error"];
  await inFolder("npm", ["install", ...quiet, ...packed, ...(await packagesOfTheSamples())]);
  await cp(path.join(EXAMPLES, "embed-runtime/server.ts"), path.join(folder, "server.ts"));
  for (const part of ["index.html", "src"]) {
    await cp(path.join(EXAMPLES, "embed-designer", part), path.join(folder, part), { recursive: true });
  }
  return {
    folder,
    run: inFolder,
    typeErrors: async (files) => {
      const { output } = await run(folder, process.execPath, [
        path.join(ROOT, "node_modules/typescript/bin/tsc"),
        ...["--noEmit", "--strict", "--exactOptionalPropertyTypes", "--skipLibCheck", "--pretty", "false"],
        ...["--target", "es2024", "--lib", "es2024,dom,dom.iterable", "--module", "nodenext"],
        ...["--types", "node,vite/client", "--jsx", "react-jsx"],
        ...files,
      ]);
      return output.split(/\r?\n/).filter((line) => / error TS\d+/.test(line));
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** What the samples ask of the registry, in exactly the versions that they name, and the types of Node. */
async function packagesOfTheSamples(): Promise<string[]> {
  const manifests = await Promise.all(
    ["examples/embed-runtime", "examples/embed-designer"].map(
      async (folder) =>
        JSON.parse(await readFile(path.join(ROOT, folder, "package.json"), "utf8")) as {
          dependencies: Record<string, string>;
          devDependencies: Record<string, string>;
        },
    ),
  );
  const [runtime, designer] = manifests;
  const wanted = { ...runtime?.dependencies, ...designer?.dependencies, ...designer?.devDependencies };
  const types = JSON.parse(await readFile(path.join(ROOT, "node_modules/@types/node/package.json"), "utf8"));
  return [
    `@types/node@${types.version}`,
    ...Object.entries(wanted)
      .filter(([, version]) => !version.startsWith("workspace:"))
      .map(([name, version]) => `${name}@${version}`),
  ];
}

async function run(cwd: string, command: string, args: readonly string[]) {
  const child = spawn(command, args, { cwd, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (chunk: string) => {
      output += chunk;
    });
  }
  const [code] = await once(child, "close");
  return { code: code as number | null, output };
}
