import {
  compareFeel,
  contextOf,
  type FeelContext,
  type FeelValue,
  kindOf,
  readJson,
} from "@flowright/expressions";
import { evaluateText, newJournal } from "./scope.ts";
import { attribute, child, childrenOf, type XmlElement } from "./xml.ts";

const FORMATS: Readonly<Record<string, string>> = {
  date: "date",
  time: "time",
  dateTime: "date-time",
  duration: "duration",
};

/** The value that an `inputNode` or `expected` of a test file writes. */
export function valueIn(element: XmlElement | undefined): FeelValue {
  if (!element) return null;
  const list = child(element, "list");
  if (list) {
    if (attribute(list, "nil") === "true") return null;
    return childrenOf(list, "item").map(valueIn);
  }
  const components = childrenOf(element, "component");
  if (components.length > 0) {
    return contextOf(new Map(components.map((one) => [attribute(one, "name") ?? "", valueIn(one)])));
  }
  const value = child(element, "value");
  if (!value || attribute(value, "nil") === "true") return null;
  return simpleValue(value.text, (attribute(value, "type") ?? "").replace(/^\w+:/, ""));
}

/** Whether a result is the expected value; numbers may differ by a hundred millionth. */
export function matchesExpected(found: FeelValue, expected: FeelValue): boolean {
  if (found === null || expected === null) return found === expected;
  const kind = kindOf(expected);
  if (kindOf(found) !== kind) return false;
  switch (kind) {
    case "number":
      return compareFeel(found, expected) === 0 || Math.abs(Number(found) - Number(expected)) < 1e-8;
    case "list": {
      const a = found as readonly FeelValue[];
      const b = expected as readonly FeelValue[];
      return a.length === b.length && a.every((item, i) => matchesExpected(item, b[i] ?? null));
    }
    case "context": {
      const a = found as FeelContext;
      const b = expected as FeelContext;
      const names = b.names();
      return (
        a.names().length === names.length &&
        names.every((name) => matchesExpected(a.get(name) ?? null, b.get(name) ?? null))
      );
    }
    default:
      return found === expected || compareFeel(found, expected) === 0;
  }
}

function simpleValue(text: string, type: string): FeelValue {
  switch (type) {
    case "decimal":
    case "double":
    case "integer":
    case "float":
      return evaluateText(`number("${text.trim()}")`, {
        values: new Map(),
        types: new Map(),
        journal: newJournal(),
      });
    case "boolean":
      return text.trim() === "true" || text.trim() === "1";
    case "string":
    case "":
      return text;
    default: {
      const format = FORMATS[type];
      const read = readJson(text.trim(), { type: "string", ...(format === undefined ? {} : { format }) });
      return read.ok ? read.value : text;
    }
  }
}
