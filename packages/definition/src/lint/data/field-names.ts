import { shown } from "../../schema/value-names.ts";
import type { Rule } from "../drawing.ts";
import { RESERVED_NAMES } from "../reserved-names.ts";
import { fieldsOf, objectsOf } from "./each-field.ts";

const NAME = /^[\p{L}_][\p{L}\p{N}_]*$/u;

const FEEL_WORDS: ReadonlySet<string> = new Set(
  "and or not if then else for in return some every satisfies between instance of function external null true false".split(
    " ",
  ),
);

/** Whether expressions can say this name. */
export function isWritableName(name: string): boolean {
  return NAME.test(name) && !RESERVED_NAMES.has(name) && !FEEL_WORDS.has(name);
}

/** Field names can be written in expressions and forms; required fields exist. */
export const fieldNames: Rule = (drawing, report) => {
  for (const { object, path, node } of objectsOf(drawing)) {
    for (const { name, path: fieldPath } of fieldsOf(object, path)) {
      const finding = { path: fieldPath, node, params: { field: shown(name) } };
      if (!NAME.test(name)) report.add("field.name-invalid", finding);
      else if (RESERVED_NAMES.has(name) || FEEL_WORDS.has(name)) report.add("field.name-reserved", finding);
    }
    for (const [index, name] of (object.required ?? []).entries()) {
      if (object.properties && Object.hasOwn(object.properties, name)) continue;
      report.add("field.required-unknown", {
        path: `${path}/required/${index}`,
        node,
        params: { field: shown(name), ...report.suggest(name, Object.keys(object.properties ?? {})) },
      });
    }
  }
};
