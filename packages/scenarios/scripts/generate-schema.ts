/** Writes the JSON Schemas of scenarios and stubs, for editors, from the shapes that files are checked by. */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { jsonSchemaOf } from "../src/format/json-schema-of.ts";
import { SCENARIO_SHAPE } from "../src/format/scenario-shape.ts";
import type { ObjectShape } from "../src/format/shape.ts";
import { STUBS_SHAPE } from "../src/headless/stub/stubs-shape.ts";

const LINE_WIDTH = 110;

write("scenario/v1/scenario.schema.json", SCENARIO_SHAPE, {
  title: "Scenario",
  description:
    "One way through a flow: who does what, what systems answer, how time passes, what must come of it.",
});
write("stubs/v1/stubs.schema.json", STUBS_SHAPE, {
  title: "Stubs",
  description:
    "Answers in place of what a flow draws, of people and of systems, by the id of the step or line.",
});

function write(
  file: string,
  shape: ObjectShape,
  about: { readonly title: string; readonly description: string },
) {
  const schema = {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: `https://flowright.dev/schemas/${file}`,
    ...about,
    ...jsonSchemaOf(shape),
  };
  const target = path.resolve(import.meta.dirname, "../../../schemas", file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, `${written(schema, "")}\n`);
}

/** JSON as the house formats it: an object by lines, a list of plain values on one line where it fits. */
function written(value: unknown, indent: string, before = 0): string {
  const inside = `${indent}  `;
  if (Array.isArray(value)) {
    const plain = `[${value.map((item) => JSON.stringify(item)).join(", ")}]`;
    const fits = value.every((item) => typeof item !== "object") && before + plain.length <= LINE_WIDTH;
    if (fits) return plain;
    return `[\n${value.map((item) => inside + written(item, inside)).join(",\n")}\n${indent}]`;
  }
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([name, content]) => {
    const start = `${inside}${JSON.stringify(name)}: `;
    return start + written(content, inside, start.length + 1);
  });
  return members.length === 0 ? "{}" : `{\n${members.join(",\n")}\n${indent}}`;
}
