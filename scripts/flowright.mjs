#!/usr/bin/env node
/** `npx flowright …` at the root: the program from its source, on a Node that can read it. */
import path from "node:path";
import { ROOT, WORKSPACE_NODE } from "./setup/ensure-workspace.mjs";
import { runInTerminal } from "./setup/run-command.mjs";

const PROGRAM = path.join(ROOT, "apps/server/bin/flowright.mjs");
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);

if (major > 22 || (major === 22 && minor >= 18)) await import(PROGRAM);
else process.exitCode = await runInTerminal(WORKSPACE_NODE, [PROGRAM, ...process.argv.slice(2)]);
