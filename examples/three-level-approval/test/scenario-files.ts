import path from "node:path";
import { scenariosIn } from "@flowright/example-scenario-hosts";

/** P1 to P6. */
export const scenarios = scenariosIn(path.resolve(import.meta.dirname, "../scenarios"));
