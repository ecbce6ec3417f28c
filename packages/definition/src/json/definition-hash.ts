import type { WorkflowDefinition } from "../generated/workflow.ts";
import { canonicalJson } from "./canonical-json.ts";
import { sha256 } from "./sha256.ts";

/** The name of a definition's content: SHA-256 in hexadecimal over its canonical JSON. */
export function definitionHash(definition: WorkflowDefinition): string {
  return sha256(canonicalJson(definition));
}
