import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { vi } from "vitest";
import { main } from "../../src/cli.ts";

export const ROOT = path.resolve(import.meta.dirname, "../../../..");
export const PROGRAM = path.join(ROOT, "apps/server/bin/flowright.mjs");

export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** Standard output as JSON, line by line. */
  readonly lines: readonly { readonly [name: string]: unknown }[];
}

/** Runs the program in this process; its output is kept instead of printed. */
export async function flowright(...args: readonly string[]): Promise<Said> {
  let out = "";
  let err = "";
  const keepOut = (...values: unknown[]) => {
    out += `${values.map(String).join(" ")}\n`;
  };
  const keepErr = (...values: unknown[]) => {
    err += `${values.map(String).join(" ")}\n`;
  };
  const spies = [
    vi.spyOn(console, "log").mockImplementation(keepOut),
    vi.spyOn(console, "error").mockImplementation(keepErr),
    vi.spyOn(process.stdout, "write").mockImplementation((chunk) => {
      out += String(chunk);
      return true;
    }),
  ];
  const before = process.exitCode;
  try {
    await main(args);
    return { code: Number(process.exitCode ?? 0), out, err, lines: linesIn(out) };
  } finally {
    process.exitCode = before;
    for (const spy of spies) spy.mockRestore();
  }
}

function linesIn(out: string): { readonly [name: string]: unknown }[] {
  return out.split("\n").flatMap((line) => {
    if (!line.startsWith("{")) return [];
    try {
      return [JSON.parse(line) as { readonly [name: string]: unknown }];
    } catch {
      return [];
    }
  });
}

/** A folder for the files of one test file. */
export class TestFolder {
  readonly path = mkdtempSync(path.join(os.tmpdir(), "flowright-command-line-"));

  write(name: string, content: unknown): string {
    const file = path.join(this.path, name);
    writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content, null, 2));
    return file;
  }

  in(name: string): string {
    return path.join(this.path, name);
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

export const HELLO = {
  schema: "flowright/workflow/v1",
  id: "hello",
  name: { en: "Hello", "zh-CN": "你好" },
  nodes: [
    { id: "start", kind: "start" },
    { id: "a", kind: "userTask", name: { en: "Say it", "zh-CN": "问候" }, who: { type: "initiator" } },
    { id: "end", kind: "end" },
  ],
  edges: [
    { id: "start_a", source: "start", target: "a" },
    { id: "a_end", source: "a", target: "end" },
  ],
};
