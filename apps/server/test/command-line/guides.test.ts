import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PROGRAM, ROOT, TestFolder } from "./flowright-in-process.ts";

interface Block {
  readonly language: string;
  /** Name of the file that the block is, where it says so. */
  readonly file: string | undefined;
  readonly text: string;
}

/** The fenced blocks of a guide, in their order. */
function blocksOf(guide: string): Block[] {
  const text = readFileSync(path.join(ROOT, "docs/guides", guide), "utf8");
  return [...text.matchAll(/^```(\S*)(?: (\S+))?\n(.*?)^```$/gms)].map(
    ([, language = "", file, content = ""]) => ({ language, file, text: content }),
  );
}

/** Commands of a block: a line each, or several where one goes on; `# exits with N` says what it ends with. */
function commandsOf({ language, file, text }: Block): { readonly command: string; readonly code: number }[] {
  if (language === "yaml")
    return [...text.matchAll(/- run: (npx flowright .+)/g)].map(([, command = ""]) => ({ command, code: 0 }));
  if (language !== "sh" || file !== undefined) return [];
  return text
    .trimEnd()
    .replace(/(\\|\|)\n/g, (_, mark) => (mark === "|" ? "| " : " "))
    .split("\n")
    .map((command) => ({ command, code: Number(/# exits with (\d)/.exec(command)?.[1] ?? 0) }));
}

const GUIDES = ["coming-from-camunda.md", "command-line.md", "flows-in-git.md", "scenarios.md"];

test("no guide has a command of the program that is not among those that run here", () => {
  const folder = path.join(ROOT, "docs/guides");
  const others = readdirSync(folder).filter((guide) => guide.endsWith(".md") && !GUIDES.includes(guide));
  const shown = others.filter((guide) =>
    /^ *npx flowright/m.test(readFileSync(path.join(folder, guide), "utf8")),
  );
  expect(shown).toEqual([]);
  for (const guide of GUIDES) {
    const text = readFileSync(path.join(folder, guide), "utf8");
    const lines = [...text.matchAll(/^(?: *- run: | *)(npx flowright .+?)(?: *(?:\\|\|))?$/gm)].map(
      ([, line = ""]) => line,
    );
    const run = blocksOf(guide).flatMap(commandsOf);
    const ran = run.map(({ command }) => command).join("\n");
    expect(lines.filter((line) => !ran.includes(line))).toEqual([]);
  }
});

describe.each(GUIDES)("every command of %s runs as it stands", (guide) => {
  const folder = new TestFolder();
  const blocks = blocksOf(guide);

  beforeAll(() => {
    cpSync(path.join(ROOT, "examples"), folder.in("examples"), {
      recursive: true,
      filter: (source) => !source.includes("node_modules"),
    });
    // What `npx flowright` is where the package is installed.
    mkdirSync(folder.in("bin"));
    const npx = folder.write("bin/npx", `#!/bin/sh\nshift\nexec "${process.execPath}" "${PROGRAM}" "$@"\n`);
    chmodSync(npx, 0o755);
  });

  afterAll(() => folder.remove());

  const all = blocks.flatMap((block) => [
    ...(block.file === undefined ? [] : [{ block, command: null, code: 0 }]),
    ...commandsOf(block).map(({ command, code }) => ({ block, command, code })),
  ]);

  test.each(all.map((one) => [one.command ?? `the file ${one.block.file}`, one] as const))(
    "%s",
    { timeout: 60_000 },
    (_, { block, command, code }) => {
      if (command === null) {
        const file = folder.in(block.file ?? "");
        mkdirSync(path.dirname(file), { recursive: true });
        writeFileSync(file, block.text);
        return;
      }
      const run = spawnSync("sh", ["-c", command], {
        cwd: folder.path,
        encoding: "utf8",
        maxBuffer: 100_000_000,
        env: {
          ...process.env,
          PATH: `${folder.in("bin")}:${process.env.PATH}`,
          LC_ALL: "C",
          GIT_PAGER: "cat",
        },
      });
      expect(`${run.stderr}${run.status === code ? "" : run.stdout.slice(-2_000)}`).not.toMatch(
        /Error:|not found/,
      );
      expect(run.status).toBe(code);
      if (command === "git diff") expect(run.stdout).toContain('jobType: "refund" → "refund-now"');
    },
  );

  test("there are commands", () => {
    expect(all.filter(({ command }) => command?.includes("npx flowright")).length).toBeGreaterThan(0);
  });
});
