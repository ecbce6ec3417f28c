export {
  diffFlows,
  type FieldChange,
  type FlowChange,
  withoutMoves,
} from "./difference/diff-flows.ts";
export { isPlaceField } from "./difference/flow-parts.ts";
export { isMergeable } from "./difference/is-mergeable.ts";
export type { MergeConflict, Side } from "./difference/meeting.ts";
export { type Merged, mergeFlows } from "./difference/merge-flows.ts";
export type * from "./generated/workflow.ts";
export { canonicalJson } from "./json/canonical-json.ts";
export { checkStoredJson, type StoredJsonLimits } from "./json/check-stored-json.ts";
export { definitionHash } from "./json/definition-hash.ts";
export { childPath, valueAt } from "./json/json-pointer.ts";
export type { KnownReferences } from "./lint/drawing.ts";
export { withCounters } from "./model/loop-fields.ts";
export {
  type ActivityNode,
  type ContainerNode,
  isActivity,
  isContainer,
  NODE_KINDS,
} from "./model/node-kinds.ts";
export { scopeVariables } from "./model/scope-variables.ts";
export { stepAfter, stepsToBegin } from "./model/steps-to-begin.ts";
export { textOf } from "./model/text-of.ts";
export { edgesOf, findNode, nodesOf, type PlacedEdge, type PlacedNode } from "./model/walk.ts";
export type { ScopeVariables } from "./model/with-fields.ts";
export { type NoteBlock, type NoteSpan, noteParts } from "./note/note-parts.ts";
export { parseDefinition } from "./parse-definition.ts";
export { type Finding, problem } from "./problem/create-problem.ts";
export { fillTemplate } from "./problem/fill-template.ts";
export { hasErrors } from "./problem/has-errors.ts";
export type { BilingualText, Problem } from "./problem/problem.ts";
export type { ProblemFamily, ProblemTemplate } from "./problem/problem-template.ts";
export { PROBLEM_TEMPLATES, type ProblemCode } from "./problem/problem-templates.ts";
export { type ValidationResult, validateDefinition } from "./validate-definition.ts";
