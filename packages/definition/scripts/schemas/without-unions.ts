import type { JsonSchema } from "./workflow-schemas.ts";

/**
 * Rewrites every `oneOf` so that a validator answers for one branch instead of naming them all: branches that
 * differ in a constant (`type`, `kind`) get a discriminator, branches of different JSON types are merged, and
 * branches with the same constant become one object in which exactly one of their own properties is required.
 */
export function withoutUnions(schemas: ReadonlyMap<string, JsonSchema>): JsonSchema[] {
  return [...schemas.values()].map((schema) => rewrite(structuredClone(schema), schemas) as JsonSchema);
}

function rewrite(value: unknown, schemas: ReadonlyMap<string, JsonSchema>): unknown {
  if (Array.isArray(value)) return value.map((item) => rewrite(item, schemas));
  if (typeof value !== "object" || value === null) return value;
  const schema = Object.fromEntries(
    Object.entries(value).map(([keyword, content]) => [keyword, rewrite(content, schemas)]),
  );
  // A property of that name is a schema, the keyword is a list.
  return Array.isArray(schema.oneOf) ? withoutUnion(schema, schema.oneOf as JsonSchema[], schemas) : schema;
}

function withoutUnion(
  schema: JsonSchema,
  branches: readonly JsonSchema[],
  schemas: ReadonlyMap<string, JsonSchema>,
): JsonSchema {
  if (schema.discriminator) return schema;
  const flat = branches.flatMap((branch) => flatten(branch, schemas));
  const { oneOf: _, ...rest } = schema;
  if (flat.every((branch) => constantOf(branch) !== undefined)) {
    return {
      ...rest,
      type: "object",
      required: ["type"],
      discriminator: { propertyName: "type" },
      oneOf: merged(flat),
    };
  }
  const types = flat.map((branch) => branch.type);
  if (new Set(types).size !== types.length || types.includes(undefined)) {
    throw new Error(`a oneOf that is neither by constant nor by type: ${JSON.stringify(branches)}`);
  }
  return { ...rest, ...Object.assign({}, ...flat), type: types };
}

function flatten(branch: JsonSchema, schemas: ReadonlyMap<string, JsonSchema>): JsonSchema[] {
  const reference = branch.$ref;
  if (typeof reference !== "string") return [branch];
  const target = schemas.get(reference);
  if (!target) throw new Error(`unknown schema ${reference}`);
  const nested = target.oneOf;
  return Array.isArray(nested) ? nested.flatMap((inner: JsonSchema) => flatten(inner, schemas)) : [branch];
}

function constantOf(branch: JsonSchema): unknown {
  const properties = branch.properties as Record<string, JsonSchema> | undefined;
  return properties?.type?.const;
}

function merged(branches: readonly JsonSchema[]): JsonSchema[] {
  const byConstant = Map.groupBy(branches, constantOf);
  return [...byConstant.values()].map((same) => {
    const [first] = same;
    if (!first) throw new Error("an empty group");
    if (same.length === 1) return first;
    const own = same.map((branch) => (branch.required as string[]).filter((name) => name !== "type"));
    return {
      type: "object",
      properties: Object.assign({}, ...same.map((branch) => branch.properties)),
      required: ["type"],
      additionalProperties: false,
      oneOf: own.map((required) => ({ required })),
    };
  });
}
