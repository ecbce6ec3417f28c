import type { DecisionTable, WorkflowDefinition } from "@flowright/definition";
import type { KeptScenario } from "../model/kept-scenarios.ts";

/** One scenario to be run, with the flow and the tables of the workspace that it may ask. */
export interface ScenarioQuestion {
  readonly definition: WorkflowDefinition;
  readonly kept: KeptScenario;
  readonly decisions: { readonly [id: string]: DecisionTable };
}
