/** Writes the JSON Schema of scenarios, for editors, from the shape that files are checked by. */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { jsonSchemaOf } from "../src/format/json-schema-of.ts";
import { SCENARIO_SHAPE } from "../src/format/scenario-shape.ts";

const schema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: "https://flowright.dev/schemas/scenario/v1/scenario.schema.json",
  title: "Scenario",
  description:
    "One way through a flow: who does what, what systems answer, how time passes, what must come of it.",
  ...jsonSchemaOf(SCENARIO_SHAPE),
};
writeFileSync(
  path.resolve(import.meta.dirname, "../../../schemas/scenario/v1/scenario.schema.json"),
  `${JSON.stringify(schema, null, 2)}\n`,
);
