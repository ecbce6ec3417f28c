import path from "node:path";
import { ROOT, WORKSPACE_NODE } from "./ensure-workspace.mjs";
import { say } from "./messages.mjs";
import { runQuietly } from "./run-command.mjs";

/**
 * @typedef {object} Gate
 * @property {string} name
 * @property {readonly string[]} command a script for the workspace's Node, and its arguments
 */

/** @type {readonly Gate[]} the cheap ones first */
export const GATES = [
  { name: "format", command: ["node_modules/@biomejs/biome/bin/biome", "format", "."] },
  {
    name: "lint",
    command: [
      "node_modules/@biomejs/biome/bin/biome",
      "check",
      "--formatter-enabled=false",
      "--error-on-warnings",
      ".",
    ],
  },
  { name: "house rules", command: ["scripts/gates/tidy.ts"] },
  { name: "boundaries and cycles", command: ["scripts/gates/boundaries.ts"] },
  { name: "unused code", command: ["node_modules/knip/bin/knip.js", "--no-progress", "--no-config-hints"] },
  { name: "types", command: ["node_modules/typescript/bin/tsc", "--noEmit", "-p", "tsconfig.json"] },
  { name: "generated files", command: ["scripts/generate.ts", "--check"] },
  { name: "bundle sizes", command: ["scripts/gates/bundle-sizes.ts"] },
];

/**
 * Runs a gate and prints one line for it; what it found follows when it failed.
 * @param {Gate} gate
 * @returns {Promise<boolean>} whether it passed
 */
export async function runGate({ name, command }) {
  const began = performance.now();
  const env = {
    ...process.env,
    NO_COLOR: "1",
    PATH: `${path.dirname(WORKSPACE_NODE)}${path.delimiter}${process.env.PATH}`,
  };
  const result = await runQuietly(WORKSPACE_NODE, command, { cwd: ROOT, env });
  const passed = result.code === 0;
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${passed ? "✓" : "✗"} ${name}: ${say(passed ? "gatePassed" : "gateFailed")}, ${seconds} s`);
  if (!passed) console.log(result.output.trim());
  return passed;
}
