import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export type JsonSchema = { [keyword: string]: unknown };

const FOLDER = path.dirname(
  fileURLToPath(import.meta.resolve("@flowright/schemas/workflow/v1/workflow.schema.json")),
);
const BASE = "https://flowright.dev/schemas/workflow/v1/";

export const ROOT_SCHEMA = `${BASE}workflow.schema.json`;

/** The schemas of the workflow format by `$id`, in the order of their paths. */
export function workflowSchemas(): Map<string, JsonSchema> {
  const files = readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file.endsWith(".schema.json"))
    .sort();
  return new Map(
    files.map((file) => [
      BASE + file,
      JSON.parse(readFileSync(path.join(FOLDER, file), "utf8")) as JsonSchema,
    ]),
  );
}
