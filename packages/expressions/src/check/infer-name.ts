import { nearest } from "../error/nearest.ts";
import { BUILT_INS } from "../functions/registry.ts";
import type { SyntaxOf } from "../syntax/syntax.ts";
import type { Checker, Names } from "./checker.ts";
import { kindWords } from "./kind-words.ts";
import { ANY, isDuration, NUMBER, type StaticType, typeOfField } from "./static-type.ts";

const DATE_PARTS = ["year", "month", "day", "weekday"];
const TIME_PARTS = ["hour", "minute", "second", "time offset", "timezone"];
const DURATION_PARTS = ["days", "hours", "minutes", "seconds", "years", "months"];
const RANGE_PARTS = ["start", "end", "start included", "end included"];

/** A name: local, an entry of a filtered element, or a field of the case. */
export function inferName(checker: Checker, syntax: SyntaxOf<"name">, names: Names): StaticType {
  const { name } = syntax;
  const known: string[] = [];
  for (let at: Names | null = names; at; at = at.outer) {
    const found = at.local.get(name) ?? at.item?.entries?.get(name);
    if (found) return found;
    // An element of unknown shape may have any entry.
    if (at.item && (at.item.kind === "any" || (at.item.kind === "context" && !at.item.entries))) return ANY;
    known.push(...at.local.keys(), ...(at.item?.entries?.keys() ?? []));
  }
  if (Object.hasOwn(checker.types, name)) return typeOfField(checker.types[name]);
  if (BUILT_INS.has(name)) return { kind: "function" };
  const suggestion = nearest(name, [...known, ...Object.keys(checker.types)]);
  if (suggestion) checker.report("unknown-name-near", syntax.at, { name, suggestion });
  else checker.report("unknown-name", syntax.at, { name });
  return ANY;
}

/** `of.name` where `of` has the given type. */
export function inferPath(checker: Checker, syntax: SyntaxOf<"path">, of: StaticType): StaticType {
  if (of.kind === "any" || of.kind === "null") return ANY;
  if (of.kind === "list") {
    return { kind: "list", element: inferPath(checker, syntax, of.element ?? ANY) };
  }
  if (of.kind === "context") {
    if (!of.entries) return ANY;
    const found = of.entries.get(syntax.name);
    return found ?? unknownEntry(checker, syntax, [...of.entries.keys()]);
  }
  const parts = partsOf(of);
  if (!parts.includes(syntax.name)) return unknownEntry(checker, syntax, parts, of);
  if (of.kind === "range")
    return syntax.name.endsWith("included") ? { kind: "boolean" } : (of.element ?? ANY);
  return syntax.name.startsWith("time") ? ANY : NUMBER;
}

function partsOf(type: StaticType): readonly string[] {
  if (type.kind === "date") return DATE_PARTS;
  if (type.kind === "time") return TIME_PARTS;
  if (type.kind === "date and time") return [...DATE_PARTS, ...TIME_PARTS];
  if (isDuration(type)) return DURATION_PARTS;
  return type.kind === "range" ? RANGE_PARTS : [];
}

function unknownEntry(
  checker: Checker,
  syntax: SyntaxOf<"path">,
  known: readonly string[],
  type?: StaticType,
): StaticType {
  const of = checker.textOf(syntax.of);
  const { name } = syntax;
  const suggestion = nearest(name, known);
  if (suggestion) checker.report("unknown-entry-near", syntax.at, { of, name, suggestion });
  else if (known.length > 0) {
    checker.report("unknown-entry", syntax.at, { of, name, known: known.slice(0, 12).join(", ") });
  } else {
    const words = kindWords(type ?? ANY);
    checker.report("no-entries", syntax.at, { of, name, found: words.en, foundZh: words["zh-CN"] });
  }
  return ANY;
}
