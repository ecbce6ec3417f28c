import { spawnSync } from "node:child_process";
import path from "node:path";
import { expect, test } from "vitest";

const ENTRY = path.resolve(import.meta.dirname, "../src/index.ts");

test("checking works where code may not be made from strings", () => {
  const program = `
    import { validateDefinition } from ${JSON.stringify(ENTRY)};
    let forbidden = false;
    try { new Function("return 1")(); } catch { forbidden = true; }
    const codes = validateDefinition({ schema: "flowright/workflow/v1" }).problems.map(({ code }) => code);
    console.log(JSON.stringify({ forbidden, codes }));
  `;
  const flags = ["--disallow-code-generation-from-strings", "--input-type=module", "--eval", program];
  const run = spawnSync(process.execPath, flags, { encoding: "utf8" });
  expect(run.stderr).toBe("");
  expect(JSON.parse(run.stdout)).toEqual({ forbidden: true, codes: Array(4).fill("schema.required") });
});
