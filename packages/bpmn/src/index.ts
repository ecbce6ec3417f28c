/**
 * BPMN 2.0 XML in and out, with a report that says of every element and attribute what became of it.
 *
 * - `importBpmn(xml)` gives the flows of a file, the report and the problems.
 * - `exportBpmn(definitions)` gives the file of one or several flows, which `importBpmn` reads back to the same flows.
 * - `checkBpmn(xml)` names what the file does that BPMN forbids.
 *
 * Everything here is pure: the same file gives the same flows, in the browser as on a server, and nothing throws whatever
 * a file contains.
 *
 * @packageDocumentation
 */
export type { Exported, ExportOptions } from "./export/export-bpmn.ts";
export { exportBpmn } from "./export/export-definitions.ts";
export { FLOWRIGHT_MODDLE } from "./extension/flowright-moddle.ts";
export { type ImportResult, type ImportStage, importBpmn } from "./import/import-bpmn.ts";
export type { ImportReport, ReportEntry, Verdict } from "./report/report.ts";
export { checkBpmn } from "./rules/check-bpmn.ts";
export { type BpmnWorker, importInWorker } from "./worker/import-in-worker.ts";
