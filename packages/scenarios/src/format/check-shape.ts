import { childPath, type Problem } from "@flowright/definition";
import { nameSuggestions } from "@flowright/expressions";
import { type ScenarioProblemCode, scenarioProblem } from "./scenario-problems.ts";
import { type ObjectShape, type Shape, TEXT_PATTERNS, type TextKind } from "./shape.ts";

/** What keeps a value from being of a shape; at most 100 problems. */
export function checkShape(value: unknown, shape: Shape, name = "scenario"): Problem[] {
  const problems: Problem[] = [];
  check({ value, path: "", name }, shape, (code, path, params) => {
    if (problems.length < 100) problems.push(scenarioProblem(code, path, params));
  });
  return problems;
}

interface Place {
  readonly value: unknown;
  readonly path: string;
  /** How a person calls the place. */
  readonly name: string;
}

type Report = (
  code: ScenarioProblemCode,
  path: string,
  params: Readonly<Record<string, string | number>>,
) => void;

function check(place: Place, shape: Shape, report: Report): void {
  const { value } = place;
  switch (shape.type) {
    case "text":
      if (typeof value !== "string") wrongType(place, "text", report);
      else if (shape.of !== undefined) checkText(place, value, shape.of, report);
      break;
    case "number":
      if (typeof value !== "number" || !Number.isInteger(value)) wrongType(place, "number", report);
      else if (value < shape.least)
        report("scenario.too-small", place.path, { property: place.name, least: shape.least });
      break;
    case "choice":
      if (typeof value !== "string") wrongType(place, "text", report);
      else if (!shape.values.includes(value)) unknownValue(place, value, shape.values, report);
      break;
    case "value":
      break;
    case "boolean":
      if (typeof value !== "boolean") wrongType(place, "boolean", report);
      break;
    case "sorts": {
      const [first] = shape.sorts;
      const of = shape.sorts.find((one) => isOfSort(value, one)) ?? first;
      if (of !== undefined) check(place, of, report);
      break;
    }
    case "values":
      if (!isObject(value)) wrongType(place, "object", report);
      break;
    case "list":
      checkList(place, shape, report);
      break;
    case "map":
      checkMap(place, shape, report);
      break;
    case "object":
      checkObject(place, shape, report);
      break;
    case "kinds":
      checkKinds(place, shape, report);
      break;
    case "short":
      checkShort(place, shape.of, report);
      break;
  }
}

/** Whether a value is of the sort that a shape is for, right or wrong inside. */
function isOfSort(value: unknown, { type }: Shape): boolean {
  if (type === "text" || type === "choice") return typeof value === "string";
  if (type === "list") return Array.isArray(value);
  if (type === "boolean" || type === "number") return typeof value === type;
  return isObject(value);
}

function checkMap(place: Place, { of }: Shape & { type: "map" }, report: Report): void {
  const { value } = place;
  if (!isObject(value)) wrongType(place, "object", report);
  else for (const key of Object.keys(value)) check(inside(place, value, key), of, report);
}

function checkList(place: Place, { of, least = 0 }: Shape & { type: "list" }, report: Report): void {
  const { value, path, name } = place;
  if (!Array.isArray(value)) {
    wrongType(place, "list", report);
    return;
  }
  if (value.length < least) report("scenario.too-small", path, { property: name, least });
  for (const [index, item] of value.entries())
    check({ value: item, path: childPath(path, index), name: `${name}[${index}]` }, of, report);
}

function checkObject(place: Place, shape: ObjectShape, report: Report, tag?: string): void {
  const { value, path } = place;
  if (!isObject(value)) {
    wrongType(place, "object", report);
    return;
  }
  const names = [...(tag === undefined ? [] : [tag]), ...Object.keys(shape.fields)];
  for (const key of Object.keys(value)) {
    if (key === tag) continue;
    const field = Object.hasOwn(shape.fields, key) ? shape.fields[key] : undefined;
    if (field === undefined) {
      const left = names.filter((name) => !Object.hasOwn(value, name));
      const params = { property: shown(key), allowed: left.join(", "), ...suggestion(key, left) };
      report("scenario.unknown-property", childPath(path, key), params);
    } else check(inside(place, value, key), field.shape, report);
  }
  for (const [name, { required }] of Object.entries(shape.fields))
    if (required && !Object.hasOwn(value, name)) report("scenario.missing", path, { property: name });
  checkOneOf(place, value, shape, report);
}

function checkOneOf({ path }: Place, value: object, { oneOf }: ObjectShape, report: Report): void {
  if (oneOf === undefined) return;
  const given = oneOf.names.filter((name) => Object.hasOwn(value, name)).length;
  if (given > 1 || (given === 0 && oneOf.required))
    report("scenario.one-of", path, { names: oneOf.names.join(", ") });
}

function checkKinds(place: Place, { kinds, tag = "kind" }: Shape & { type: "kinds" }, report: Report): void {
  const { value, path } = place;
  if (!isObject(value)) {
    wrongType(place, "object", report);
    return;
  }
  const kind = Object.hasOwn(value, tag) ? value[tag] : undefined;
  if (kind === undefined) {
    report("scenario.missing", path, { property: tag });
    return;
  }
  const shape = typeof kind === "string" && Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  if (shape === undefined) {
    unknownValue({ ...place, path: childPath(path, tag), name: tag }, kind, Object.keys(kinds), report);
    return;
  }
  checkObject(place, shape, report, tag);
}

function checkShort(place: Place, of: ObjectShape, report: Report): void {
  if (typeof place.value !== "string") {
    checkObject(place, of, report);
    return;
  }
  const first = Object.values(of.fields)[0];
  if (first !== undefined) check(place, first.shape, report);
}

function checkText({ path }: Place, value: string, of: TextKind, report: Report): void {
  if (new RegExp(TEXT_PATTERNS[of]).test(value)) return;
  const { en, zh, example } = TEXT_NAMES[of];
  report("scenario.wrong-text", path, { found: shown(value), expected: en, "expected:zh-CN": zh, example });
}

const TEXT_NAMES: {
  readonly [K in TextKind]: { readonly en: string; readonly zh: string; readonly example: string };
} = {
  id: { en: "an id", zh: "标识", example: "review_request" },
  duration: { en: "a duration", zh: "时长", example: "P3D or PT2H30M" },
  instant: { en: "a moment in time", zh: "时间点", example: "2026-01-05T09:00:00Z" },
  file: {
    en: "the name of a file relative to this one",
    zh: "相对于本文件的文件名",
    example: "../return-handling.json",
  },
};

const TYPE_NAMES: Readonly<Record<string, readonly [en: string, zh: string]>> = {
  text: ["a text", "文本"],
  number: ["a whole number", "整数"],
  list: ["a list", "列表"],
  object: ["a group of names and values", "一组名称和值"],
  boolean: ["true or false", "true 或 false"],
  null: ["empty", "空"],
};

function wrongType({ value, path, name }: Place, wanted: string, report: Report): void {
  const [expected = "", zh = ""] = TYPE_NAMES[wanted] ?? [];
  const [found, foundZh] = foundType(value);
  report("scenario.wrong-type", path, {
    property: name,
    found,
    "found:zh-CN": foundZh,
    expected,
    "expected:zh-CN": zh,
  });
}

function foundType(value: unknown): readonly [string, string] {
  if (typeof value === "number") return [`the number ${value}`, `数字 ${value}`];
  const type =
    value === null
      ? "null"
      : Array.isArray(value)
        ? "list"
        : typeof value === "string"
          ? "text"
          : typeof value;
  return TYPE_NAMES[type] ?? [type, type];
}

function unknownValue(place: Place, value: unknown, allowed: readonly string[], report: Report): void {
  const found = shown(value);
  report("scenario.unknown-value", place.path, {
    property: place.name,
    found,
    allowed: allowed.join(", "),
    ...suggestion(found, allowed),
  });
}

/** A “did you mean” in both languages as the parameter of that name; empty where no name is near. */
export function suggestion(name: string, names: readonly string[]): Record<string, string> {
  const [closest] = nameSuggestions(name, Object.fromEntries(names.map((one) => [one, { type: "string" }])));
  if (closest === undefined) return { suggestion: "", "suggestion:zh-CN": "" };
  return { suggestion: ` Did you mean “${closest}”?`, "suggestion:zh-CN": `是否想写“${closest}”？` };
}

function shown(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? String(value));
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

function inside({ path }: Place, value: Readonly<Record<string, unknown>>, key: string): Place {
  return { value: value[key], path: childPath(path, key), name: key };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
