/**
 * BPMN 2.0 XML in and out, with a report that says of every element and attribute what became of it.
 *
 * - `importBpmn(xml)` gives the flows of a file, the report and the problems.
 *
 * Everything here is pure: the same file gives the same flows, in the browser as on a server, and nothing throws whatever
 * a file contains.
 *
 * @packageDocumentation
 */
export { type ImportResult, importBpmn } from "./import/import-bpmn.ts";
export type { ImportReport, ReportEntry, Verdict } from "./report/report.ts";
