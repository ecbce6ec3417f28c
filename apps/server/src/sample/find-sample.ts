import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Sample } from "./sample-contract.ts";

/** The return-handling sample of the repository; null where the program is installed without it. */
export async function findSample(): Promise<Sample | null> {
  const folder = new URL("../../../../examples/return-handling/", import.meta.url);
  const program = new URL("sample/sample.ts", folder);
  if (!existsSync(program)) return null;
  const parts = await import(program.href);
  return {
    workspace: parts.SAMPLE_WORKSPACE,
    definition: JSON.parse(await readFile(new URL("return-handling.json", folder), "utf8")),
    shopProgram: fileURLToPath(new URL("shop/main.ts", folder)),
    shopSystem: parts.shopSystem,
    seedCases: parts.seedCases,
  };
}
