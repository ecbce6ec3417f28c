/** Writes the names that the schemas know, for "did you mean" and "use one of". */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { type JsonSchema, workflowSchemas } from "./schemas/workflow-schemas.ts";

const schemas = workflowSchemas();
const properties = new Set<string>();
const propertiesOfKind: Record<string, string[]> = {};
const variants: Record<string, string[]> = {};

for (const schema of schemas.values()) {
  collect(schema);
  const own = schema.properties as Record<string, JsonSchema> | undefined;
  const kind = own?.kind?.const;
  if (!own || typeof kind !== "string") continue;
  propertiesOfKind[kind] = Object.keys(own);
  for (const [name, property] of Object.entries(own)) {
    const types = [...new Set(typesOf(property))];
    if (types.length > 0) variants[`${kind}.${name}`] = types;
  }
}

function collect(value: unknown): void {
  if (typeof value !== "object" || value === null) return;
  for (const [keyword, content] of Object.entries(value)) {
    if (keyword === "properties") for (const name of Object.keys(content as object)) properties.add(name);
    collect(content);
  }
}

function typesOf(schema: JsonSchema): string[] {
  const reference = schema.$ref;
  const target = typeof reference === "string" ? schemas.get(reference) : schema;
  const constant = (target?.properties as Record<string, JsonSchema> | undefined)?.type?.const;
  if (typeof constant === "string") return constant === "object" ? [] : [constant];
  return ((target?.oneOf as JsonSchema[] | undefined) ?? []).flatMap(typesOf);
}

const constant = (name: string, comment: string, type: string, value: unknown) =>
  `/** ${comment} */\nexport const ${name}: ${type} = ${JSON.stringify(value, null, 2)};\n`;

writeFileSync(
  path.resolve(import.meta.dirname, "../src/generated/schema-names.ts"),
  [
    "/* Generated from schemas/workflow/v1. */\n",
    constant("PROPERTIES", "Every property name.", "readonly string[]", [...properties].sort()),
    constant(
      "PROPERTIES_OF_KIND",
      "The properties of each kind of step.",
      "{ readonly [kind: string]: readonly string[] }",
      propertiesOfKind,
    ),
    constant(
      "VARIANTS",
      "The types of each property that has some, as `kind.property`.",
      "{ readonly [kindAndProperty: string]: readonly string[] }",
      variants,
    ),
  ].join("\n"),
);
