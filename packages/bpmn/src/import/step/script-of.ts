import type { Mapping, Node } from "@flowright/definition";
import { type Language, languageOf } from "../../expression/translate-expression.ts";
import { juelAttribute, said, zeebeExtension } from "../../foreign/engines.ts";
import { BPMN } from "../../xml/namespaces.ts";
import { childrenOf, type XmlElement } from "../../xml/xml-element.ts";
import type { Flow } from "../flow.ts";
import { baseOf } from "./base-of.ts";
import { loopOf } from "./loop-of.ts";

const NAME = "[\\p{L}_][\\p{L}\\p{N}_]*";
const ASSIGNMENT = new RegExp(`^(${NAME}) *=(?!=)(.+)$`, "su");
const SETTER = new RegExp(`^(?:execution|kcontext)\\.setVariable\\(\\s*["'](${NAME})["']\\s*,(.+)\\)$`, "su");

/**
 * A script as assignments, where each of its statements is an assignment that can be translated exactly. Else the step
 * becomes work for a system, so that it waits for somebody who does it instead of doing nothing.
 */
export function scriptOf(flow: Flow, element: XmlElement): Node {
  const { ledger } = flow.file;
  const loop = loopOf(flow, element);
  const zeebe = zeebeExtension(element, "script");
  const expression = said(zeebe, "expression");
  const target = said(zeebe, "resultVariable");
  if (expression && target && new RegExp(`^${NAME}$`, "u").test(target.value)) {
    const value = flow.feel({ text: expression.value, part: expression }, "feel", element);
    flow.used.add(target.value);
    ledger.translated(target, target.value, `target: ${target.value}`);
    ledger.translated(zeebe, "script", "assignments");
    return {
      ...baseOf(flow, element),
      kind: "scriptTask",
      assignments: [{ target: target.value, value }],
      ...loop,
    };
  }
  const script = childrenOf(element, BPMN, "script")[0];
  const format = said(element, "scriptFormat");
  const text = script?.text.trim() ?? "";
  const assignments = text === "" ? null : assignmentsOf(flow, element, text, languageOf(format?.value));
  if (script && assignments) {
    ledger.translated(script, text, assignments.map((one) => `${one.target} = ${one.value}`).join("; "));
    ledger.translated(format, format?.value ?? "", "FEEL");
    return { ...baseOf(flow, element), kind: "scriptTask", assignments, ...loop };
  }
  const jobType = `script:${flow.idOf(element)}`;
  flow.problem("bpmn.script-not-translated", element, {
    language: format?.value.slice(0, 100) ?? "?",
    jobType,
  });
  ledger.translated(element, "scriptTask", "serviceTask");
  return { ...baseOf(flow, element), kind: "serviceTask", jobType, ...loop };
}

function assignmentsOf(flow: Flow, element: XmlElement, text: string, language: Language): Mapping[] | null {
  const result = juelAttribute(element, "resultVariable");
  // Names of a script are its own and no data of the case, unless the engine is told to store them.
  const stores = juelAttribute(element, "autoStoreVariables")?.value === "true";
  const statements = statementsOf(text);
  if (statements.length === 0 || statements.length > 100) return null;
  const assignments: Mapping[] = [];
  const reads = new Set<string>();
  for (const [index, statement] of statements.entries()) {
    const assigned = SETTER.exec(statement) ?? (stores ? ASSIGNMENT.exec(statement) : null);
    const last = index === statements.length - 1;
    // The answer of the script is what its last statement gives.
    if (assigned && last && result) return null;
    const target = assigned?.[1] ?? (last && result ? result.value : undefined);
    const source = assigned?.[2] ?? statement;
    if (target === undefined || !new RegExp(`^${NAME}$`, "u").test(target)) return null;
    const translated = flow.file.translate(source, language);
    if (translated.how === "text") return null;
    assignments.push({ target, value: translated.feel });
    for (const name of translated.reads) reads.add(name);
    if (!assigned) flow.file.ledger.translated(result, result?.value ?? "", `target: ${target}`);
  }
  for (const name of [...reads, ...assignments.map(({ target }) => target)]) flow.used.add(name);
  return assignments;
}

/** Statements of a script without blocks and comments; one that has them is not split, and so not translated. */
function statementsOf(text: string): string[] {
  if (/[{}`]|\/\/|\/\*/.test(text) && !text.startsWith("=")) return [];
  const statements: string[] = [];
  let current = "";
  let quote = "";
  for (const character of text) {
    if (quote !== "") quote = character === quote ? "" : quote;
    else if (character === '"' || character === "'") quote = character;
    if (quote === "" && (character === ";" || character === "\n")) {
      statements.push(current);
      current = "";
    } else current += character;
  }
  return [...statements, current].map((one) => one.trim()).filter((one) => one !== "");
}
