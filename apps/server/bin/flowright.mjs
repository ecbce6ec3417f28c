#!/usr/bin/env node
import { existsSync } from "node:fs";
import { enableCompileCache } from "node:module";

// What was compiled once, types taken out included, is not compiled again: a command is there in half the time.
enableCompileCache();

// Whoever reads may have enough, as `head` does.
process.stdout.on("error", (error) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(0);
});

// In the repository the program runs from its source; in the published package from what was built of it.
const built = new URL("../dist/cli.js", import.meta.url);
const { main } = await import(
  existsSync(built) ? built.href : new URL("../src/cli.ts", import.meta.url).href
);
await main(process.argv.slice(2));
