import { type Problem, validateDefinition, type WorkflowDefinition } from "@flowright/definition";
import { OWN_PROBLEMS } from "../extension/own-problems.ts";
import { withOwnSettings } from "../extension/with-own-settings.ts";
import { guardXml } from "../guard/guard-xml.ts";
import { bpmnProblem } from "../problem/bpmn-problem.ts";
import type { ImportReport } from "../report/report.ts";
import { BPMN } from "../xml/namespaces.ts";
import { readXml } from "../xml/read-xml.ts";
import { attributeOf, withDescendants } from "../xml/xml-element.ts";
import { BpmnFile } from "./bpmn-file.ts";
import { IMPORT_PROBLEMS } from "./import-problems.ts";
import { readDefinitions } from "./read-definitions.ts";

export interface ImportResult {
  /** One per process that could be read, in the order of the file. Their shape holds; `problems` says what else is wrong. */
  readonly definitions: readonly WorkflowDefinition[];
  /** One verdict per element and attribute; empty where the file could not be read at all. */
  readonly report: ImportReport;
  /** What the import has to say, then what is wrong with each definition (`path` is a JSON Pointer into the result). */
  readonly problems: readonly Problem[];
}

/** How far an import is: what it is about to do. */
export type ImportStage = "guard" | "parse" | "read" | "check";

const NOTHING: ImportReport = { entries: [], counts: { kept: 0, translated: 0, annotation: 0, refused: 0 } };

/**
 * Reads a BPMN 2.0 file. Bytes are decoded by their byte-order mark and XML declaration. Never throws: what is wrong
 * is among the problems, and what became of each part of the file is in the report. Takes time in proportion to the file.
 * `onStage` is called before each part of the work.
 */
export function importBpmn(
  xml: string | Uint8Array,
  onStage: (stage: ImportStage) => void = () => undefined,
): ImportResult {
  onStage("guard");
  const guarded = guardXml(xml);
  if (!guarded.ok) return refused(guarded.problem);
  onStage("parse");
  const read = readXml(guarded.text);
  if (!read.ok) {
    const { reason, line, column } = read;
    return refused(
      bpmnProblem("bpmn.malformed", IMPORT_PROBLEMS["bpmn.malformed"], { line, column }, { reason }),
    );
  }
  const { root } = read;
  if (root.local !== "definitions" || root.namespace !== BPMN) {
    const file = new BpmnFile(root);
    file.problem("bpmn.not-bpmn", root, undefined, { name: root.name.slice(0, 100) });
    return { definitions: [], report: file.ledger.report(root), problems: file.problems };
  }
  onStage("read");
  const { file, drafts } = readDefinitions(root);
  onStage("check");
  if (drafts.length === 0) {
    file.problem("bpmn.no-process", root, undefined);
    for (const element of withDescendants(root)) {
      for (const part of [element, ...element.attributes]) file.ledger.refused(part, "no-process");
    }
  }
  const definitions: WorkflowDefinition[] = [];
  const found: Problem[] = [];
  for (const { definition: draft, process } of drafts) {
    const { definition, unused } = withOwnSettings(draft, process);
    found.push(...unused.map(({ element, name }) => settingVoid(element, name)));
    const { definition: valid, problems } = validateDefinition(definition);
    if (valid) {
      const at = `/definitions/${definitions.length}`;
      definitions.push(valid);
      found.push(...problems.map((problem) => ({ ...problem, path: `${at}${problem.path}` })));
      continue;
    }
    const reason = problems[0]?.message;
    file.problem("bpmn.not-representable", process, attributeOf(process, "id")?.slice(0, 100), {
      reason: `${problems[0]?.path ?? ""} ${reason?.en ?? ""}`,
      "reason:zh-CN": `${problems[0]?.path ?? ""} ${reason?.["zh-CN"] ?? ""}`,
    });
    for (const element of withDescendants(process)) {
      for (const part of [element, ...element.attributes]) file.ledger.refused(part, "too-much");
    }
  }
  return {
    definitions,
    report: file.ledger.report(root),
    problems: [...file.problems, ...found],
  };
}

/** What another tool has made void of our own settings. */
function settingVoid(id: string, setting: string): Problem {
  return bpmnProblem("own.setting-void", OWN_PROBLEMS["own.setting-void"], { node: id }, { id, setting });
}

function refused(problem: Problem): ImportResult {
  return { definitions: [], report: NOTHING, problems: [problem] };
}
