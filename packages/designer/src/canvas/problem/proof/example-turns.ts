import type { WorkflowDefinition } from "@flowright/definition";
import { type Played, type ProofFinding, playCounterExample } from "@flowright/engine";

/** What happens when the engine itself goes the way that a finding tells. */
export function exampleTurns(definition: WorkflowDefinition, finding: ProofFinding): Played["turns"] {
  return playCounterExample(definition, finding).turns;
}
