import { readFileSync } from "node:fs";
import path from "node:path";
import type { WorkflowDefinition } from "@flowright/definition";
import { scenariosIn } from "@flowright/example-scenario-hosts";

const FOLDER = path.resolve(import.meta.dirname, "../..");

export const definition = JSON.parse(
  readFileSync(path.join(FOLDER, "return-handling.json"), "utf8"),
) as WorkflowDefinition;

/** P1 to P11. */
export const scenarios = scenariosIn(path.join(FOLDER, "scenarios"));
