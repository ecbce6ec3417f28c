import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { WorkflowDefinition } from "@flowright/definition";
import type { Scenario } from "@flowright/scenarios";

const FOLDER = path.resolve(import.meta.dirname, "../..");

export const definition = read<WorkflowDefinition>("return-handling.json");

/** P1 to P8, in this order. */
export const scenarios = readdirSync(path.join(FOLDER, "scenarios"))
  .filter((file) => file.endsWith(".json"))
  .sort()
  .map((file) => read<Scenario>("scenarios", file));

function read<T>(...parts: string[]): T {
  return JSON.parse(readFileSync(path.join(FOLDER, ...parts), "utf8")) as T;
}
