import type { WorkflowDefinition } from "@flowright/definition";
import { readDefinitions } from "../import/read-definitions.ts";
import { type Exported, type ExportOptions, exportWith } from "./export-bpmn.ts";

/**
 * One BPMN 2.0.2 file of one or several flows, with a diagram. `importBpmn` gives the same flows back; what BPMN has no
 * words for is in the extensions of its elements (namespace `https://flowright.dev/bpmn/v1`) and named in the report,
 * which is in terms of problems: warnings for what only we read back, errors for what is not in the file.
 * The definitions have to be valid in shape.
 */
export function exportBpmn(
  definitions: WorkflowDefinition | readonly WorkflowDefinition[],
  options: ExportOptions = {},
): Exported {
  return exportWith(
    (root) => readDefinitions(root).drafts.map(({ definition }) => definition),
    definitions,
    options,
  );
}
