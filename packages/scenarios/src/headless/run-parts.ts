import type { WorkflowDefinition } from "@flowright/definition";
import type { World } from "../alone/world.ts";
import type { KnownNodes } from "./flow/known-nodes.ts";
import type { Steering } from "./flow/steering.ts";
import type { WaitingLine } from "./waiting.ts";

/** What commands work with in a run. */
export interface RunParts {
  readonly definitions: readonly WorkflowDefinition[];
  readonly known: KnownNodes;
  readonly steering: Steering;
  readonly world: World;
  /** Flow that `start` means where it names none. */
  readonly process: string | undefined;
  /** A flow is compiled anew, after something was held. */
  exchange(process: string): void;
  waiting(): WaitingLine[];
}
