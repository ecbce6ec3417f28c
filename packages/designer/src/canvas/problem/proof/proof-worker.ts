import type { WorkflowDefinition } from "@flowright/definition";
import { prove } from "@flowright/engine";
import { serveDesk } from "../desk/serve-desk.ts";

/** Runs in a worker: plays flows through. */
serveDesk((definition: WorkflowDefinition) => prove(definition).findings);
