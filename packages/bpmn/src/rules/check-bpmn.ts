import type { Problem } from "@flowright/definition";
import { guardXml } from "../guard/guard-xml.ts";
import { IMPORT_PROBLEMS } from "../import/import-problems.ts";
import { bpmnProblem } from "../problem/bpmn-problem.ts";
import { readXml } from "../xml/read-xml.ts";
import { checkRules } from "./check-rules.ts";

/**
 * What a BPMN file does that the standard forbids beyond its XML schema, one problem a breach; or why the file cannot
 * be read. Never throws.
 */
export function checkBpmn(xml: string | Uint8Array): Problem[] {
  const guarded = guardXml(xml);
  if (!guarded.ok) return [guarded.problem];
  const read = readXml(guarded.text);
  if (read.ok) return checkRules(read.root);
  const { reason, line, column } = read;
  return [bpmnProblem("bpmn.malformed", IMPORT_PROBLEMS["bpmn.malformed"], { line, column }, { reason })];
}
