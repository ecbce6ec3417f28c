import type { Field } from "@flowright/definition";
import { choicesOf } from "../../value/choices-of.ts";

export type WidgetName =
  | "text"
  | "multiline"
  | "number"
  | "money"
  | "temporal"
  | "duration"
  | "radio"
  | "select"
  | "search"
  | "many"
  | "yesNo"
  | "person"
  | "file"
  | "list"
  | "group"
  | "unknown";

const MOST_RADIOS = 5;
const MOST_OPTIONS = 12;

/** The control of a field. */
export function widgetOf(field: Field): WidgetName {
  const choices = choicesOf(field);
  if (choices) return widgetOfChoices(choices.length);
  if (field.type === "array") return widgetOfList(field.items);
  if (field.type === "boolean") return "yesNo";
  if (field.type === "number" || field.type === "integer") return "number";
  if (field.type === "object") return field.properties ? "group" : "unknown";
  return widgetOfFormat(field.format);
}

function widgetOfChoices(count: number): WidgetName {
  if (count <= MOST_RADIOS) return "radio";
  return count <= MOST_OPTIONS ? "select" : "search";
}

function widgetOfList(entry: Field | undefined): WidgetName {
  if (entry && choicesOf(entry)) return "many";
  if (entry?.format === "file" || entry?.format === "photo") return "file";
  return entry?.type === "object" || entry?.type === "array" ? "unknown" : "list";
}

function widgetOfFormat(format: Field["format"]): WidgetName {
  switch (format) {
    case "money":
    case "multiline":
    case "duration":
    case "person":
      return format;
    case "file":
    case "photo":
      return "file";
    case "date":
    case "date-time":
    case "time":
      return "temporal";
    default:
      return "text";
  }
}

/** Controls of several parts, which a group's name belongs to rather than a label's. */
export function isGroup(field: Field): boolean {
  return ["many", "file", "list", "group", "unknown"].includes(widgetOf(field));
}

/** Controls that take their name from the caption, which then is no label of a single input. */
export function namesItself(field: Field): boolean {
  return ["radio", "yesNo"].includes(widgetOf(field));
}

/** Fields that take the whole width of the form. */
export function isWide(field: Field): boolean {
  return ["multiline", "file", "many", "list", "group", "unknown"].includes(widgetOf(field));
}
