import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";

const MODULE = fileURLToPath(new URL("./give-back-memory.ts", import.meta.url));

/** Bytes of heap of a process that has let go of 60 MB, and of the same process a second later. */
async function heapOf(meanwhile: string): Promise<{ before: number; after: number }> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    "--input-type=module",
    "--eval",
    `import { giveBackMemory } from ${JSON.stringify(MODULE)};
     let held = [];
     for (let round = 0; round < 600_000; round++) held.push({ round, text: "x" + round });
     held = null;
     const before = process.memoryUsage().heapTotal;
     giveBackMemory(50);
     let over = false;
     setTimeout(() => {
       over = true;
       console.log(JSON.stringify({ before, after: process.memoryUsage().heapTotal }));
     }, 1_000);
     ${meanwhile}`,
  ]);
  return JSON.parse(stdout) as { before: number; after: number };
}

it("gives what an idle process has let go back to the system", async () => {
  const { before, after } = await heapOf("");
  expect(before).toBeGreaterThan(40e6);
  expect(after).toBeLessThan(before / 2);
});

it("leaves a busy process alone", async () => {
  const { before, after } = await heapOf(
    "(function work() { for (const end = performance.now() + 20; performance.now() < end; ); if (!over) setImmediate(work); })();",
  );
  expect(after).toBeGreaterThan(before / 2);
});
