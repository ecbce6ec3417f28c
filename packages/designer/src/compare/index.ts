export { changeSummary } from "./change-summary.ts";
export { compareFlows } from "./compare-flows.ts";
export { FlowCompare, type FlowCompareProps } from "./FlowCompare.tsx";
export { type FieldRow, fieldRows } from "./words/field-rows.ts";
export { namesOf } from "./words/names.ts";
