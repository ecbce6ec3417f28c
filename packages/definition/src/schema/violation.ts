import { childPath, pathKeys, valueAt } from "../json/json-pointer.ts";
import type { Finding } from "../problem/create-problem.ts";
import type { ProblemCode } from "../problem/problem-templates.ts";
import { suggestion } from "../problem/suggestion.ts";
import { knownProperties, variantsOf } from "./schema-names.ts";
import { jsonTypeName, shown, typeNames } from "./value-names.ts";

/** What the generated validator says. */
export interface SchemaViolation {
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

type CodedFinding = Finding & { readonly code: ProblemCode };

/** A violation as code, place and parameters; null where another violation says the same better. */
export function findingOf(document: unknown, violation: SchemaViolation): CodedFinding | null {
  const { keyword, instancePath: path, params } = violation;
  const property = propertyName(path);
  const found = valueAt(document, path);
  const limit = Number(params.limit);
  const at = (code: ProblemCode, more: Record<string, string | number> = {}): CodedFinding => ({
    code,
    path,
    params: { property, ...more },
  });
  switch (keyword) {
    case "type":
      return at("schema.type", { ...typeNames(params.type), ...jsonTypeName("found", found) });
    case "required":
      // Which of the alternatives is missing is said by the one-of itself.
      if (/\/oneOf\/\d+\/oneOf\/\d+\/required$/.test(violation.schemaPath)) return null;
      return at("schema.required", { property: String(params.missingProperty) });
    case "additionalProperties": {
      const name = String(params.additionalProperty);
      return {
        code: "schema.property-unknown",
        path: childPath(path, name),
        params: { property: shown(name), ...suggestion(name, knownProperties(found)) },
      };
    }
    case "discriminator":
      return unknownVariant(document, path, String(params.tag));
    case "const":
      return at(property === "schema" ? "definition.format-unknown" : "schema.value-unknown", {
        found: shown(found),
        allowed: shown(params.allowedValue),
        suggestion: "",
      });
    case "enum": {
      const allowed = (params.allowedValues as unknown[]).map(String);
      return at("schema.value-unknown", {
        found: shown(found),
        allowed: allowed.join(", "),
        ...suggestion(shown(found), allowed),
      });
    }
    case "maxLength":
      return at("schema.too-long", { limit });
    case "minLength":
      return at("schema.too-short", { limit });
    case "maxItems":
    case "maxProperties":
      return at("schema.too-many", { limit });
    case "minItems":
    case "minProperties":
      return at("schema.too-few", { limit });
    case "pattern":
      return params.pattern === "^[A-Z]{3}$"
        ? at("schema.pattern", { found: shown(found), pattern: "CNY" })
        : at("id.invalid", { found: shown(found) });
    case "uniqueItems":
      return {
        code: "schema.duplicate-item",
        path: childPath(path, Number(params.i)),
        params: { property, found: shown((found as unknown[])[Number(params.i)]) },
      };
    case "oneOf":
      return at("timer.one-of");
    case "minimum":
    case "maximum":
    case "exclusiveMinimum":
    case "exclusiveMaximum":
      return at("schema.out-of-range", { comparison: String(params.comparison), limit });
    default:
      return at("schema.value-unknown", { found: shown(found), allowed: keyword, suggestion: "" });
  }
}

function unknownVariant(document: unknown, path: string, tag: string): CodedFinding | null {
  const value = valueAt(document, childPath(path, tag));
  // The missing property is a violation of its own.
  if (value === undefined) return null;
  const allowed = variantsOf(document, tag, path);
  return {
    code: tag === "kind" ? "node.kind-unknown" : "schema.variant-unknown",
    path: childPath(path, tag),
    params: {
      property: propertyName(path),
      found: shown(value),
      allowed: allowed.join(", "),
      ...suggestion(shown(value), allowed),
    },
  };
}

/** The property that a path ends in, as `nodes[3]` where it is an entry of a list. */
function propertyName(path: string): string {
  const [name = "definition", list] = pathKeys(path).reverse();
  return /^\d+$/.test(name) && list !== undefined ? `${shown(list)}[${name}]` : shown(name);
}
