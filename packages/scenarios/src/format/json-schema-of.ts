import { type ObjectShape, type Shape, TEXT_PATTERNS } from "./shape.ts";

type JsonSchema = { readonly [keyword: string]: unknown };

/** A shape as JSON Schema (2020-12). */
export function jsonSchemaOf(shape: Shape): JsonSchema {
  switch (shape.type) {
    case "text":
      return { type: "string", ...(shape.of === undefined ? {} : { pattern: TEXT_PATTERNS[shape.of] }) };
    case "number":
      return { type: "integer", minimum: shape.least };
    case "choice":
      return shape.values.length === 1 ? { const: shape.values[0] } : { enum: shape.values };
    case "value":
      return {};
    case "values":
      return { type: "object" };
    case "list":
      return {
        type: "array",
        items: jsonSchemaOf(shape.of),
        ...(shape.least === undefined ? {} : { minItems: shape.least }),
      };
    case "map":
      return { type: "object", additionalProperties: jsonSchemaOf(shape.of) };
    case "object":
      return objectSchema(shape);
    case "kinds":
      return {
        oneOf: Object.entries(shape.kinds).map(([kind, of]) => objectSchema(of, [shape.tag ?? "kind", kind])),
      };
    case "boolean":
      return { type: "boolean" };
    case "sorts":
      return { oneOf: shape.sorts.map(jsonSchemaOf) };
    case "short":
      return {
        oneOf: [
          jsonSchemaOf(Object.values(shape.of.fields)[0]?.shape ?? { type: "value" }),
          objectSchema(shape.of),
        ],
      };
  }
}

function objectSchema(
  { fields, oneOf }: ObjectShape,
  tagged?: readonly [tag: string, kind: string],
): JsonSchema {
  const tag = tagged === undefined ? [] : [tagged[0]];
  const properties = Object.entries(fields).map(([name, { shape }]) => [name, jsonSchemaOf(shape)] as const);
  const required = Object.entries(fields).flatMap(([name, field]) => (field.required ? [name] : []));
  return {
    type: "object",
    properties: {
      ...(tagged === undefined ? {} : { [tagged[0]]: { const: tagged[1] } }),
      ...Object.fromEntries(properties),
    },
    required: [...tag, ...required],
    additionalProperties: false,
    ...(oneOf === undefined ? {} : alternatives(oneOf)),
  };
}

/** Exactly one of some names, or at most one. */
function alternatives({ names, required }: NonNullable<ObjectShape["oneOf"]>): JsonSchema {
  const each = names.map((name) => ({ required: [name] }));
  return required ? { oneOf: each } : { oneOf: [...each, { not: { anyOf: each } }] };
}
