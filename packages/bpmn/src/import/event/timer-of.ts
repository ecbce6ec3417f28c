import type { Timer } from "@flowright/definition";
import { BPMN } from "../../xml/namespaces.ts";
import { childrenOf, type XmlElement } from "../../xml/xml-element.ts";
import type { Flow } from "../flow.ts";

const SHAPES = { timeDuration: "duration", timeDate: "date", timeCycle: "cycle" } as const;

/** Durations, repetitions and dates as ISO 8601 writes them. */
const LITERAL = /^([+-]?P[\dT]|R\d*\/|\d{4}-\d\d)/;

/** When a timer happens. Times as text stay as they are; Quartz's rules with seconds become those of five fields. */
export function timerOf(flow: Flow, step: XmlElement, definition: XmlElement): Timer {
  const said = childrenOf(definition, BPMN, "timeDuration", "timeDate", "timeCycle")[0];
  const text = said?.text.trim() ?? "";
  if (!said || text === "") {
    flow.problem("bpmn.event-missing", step);
    return { type: "timer", duration: "=null" };
  }
  const shape = SHAPES[said.local as keyof typeof SHAPES];
  const { ledger } = flow.file;
  const cron = shape === "cycle" ? cronOf(text) : undefined;
  if (cron !== undefined) {
    ledger.translated(said, text, `cron: ${cron}`);
    return { type: "timer", cron };
  }
  const language = flow.languageOf(said);
  // In a language that is named everything is an expression but for what no language could mean otherwise.
  const isSaid = language !== "plain" && !LITERAL.test(text);
  const isExpression = isSaid || text.startsWith("=") || /[$#]\{/.test(text);
  const value = isExpression
    ? `=${flow.feel({ text, part: said }, isSaid ? language : "juel", step)}`
    : text.slice(0, 1000);
  if (!isExpression) ledger.kept(said);
  if (shape === "date") return { type: "timer", date: value };
  return shape === "duration" ? { type: "timer", duration: value } : { type: "timer", cycle: value };
}

/** `0 0 9 ? * MON-FRI` of Quartz as `0 9 * * MON-FRI`; undefined where the five fields cannot say it. */
function cronOf(text: string): string | undefined {
  const fields = text.split(/\s+/);
  if (fields.length === 5 && fields.every((field) => /^[\dA-Za-z*,/-]+$/.test(field))) return text;
  const [second, minute, hour, day, month, weekday, year = "*"] = fields;
  if (fields.length < 6 || fields.length > 7 || second !== "0" || year !== "*") return undefined;
  const parts = [minute, hour, day, month, weekday].map((field) => (field === "?" ? "*" : (field ?? "*")));
  // Quartz counts the days of the week from 1 for Sunday; only names mean the same.
  if (/\d/.test(parts[4] ?? "")) return undefined;
  return parts.every((field) => /^[\dA-Z*,/-]+$/.test(field) && !/[LW#]/.test(field.replace(/JUL|WED/g, "")))
    ? parts.join(" ")
    : undefined;
}
