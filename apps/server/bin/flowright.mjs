#!/usr/bin/env node
import { existsSync } from "node:fs";
import module from "node:module";

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(`flowright needs Node 22.18 or newer; this is ${process.versions.node}. Install a newer one from https://nodejs.org.
flowright 需要 Node 22.18 或更高版本，当前为 ${process.versions.node}。请从 https://nodejs.org 安装新版本。`);
  process.exit(2);
}

// What was compiled once, types taken out included, is not compiled again: a command is there in half the time.
module.enableCompileCache();

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
