/** Writes the templates of "New flow" from the examples, which no application may import. */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../../..");
const example = readFileSync(path.join(root, "examples/return-handling/return-handling.json"), "utf8");

writeFileSync(
  path.join(root, "apps/studio/src/design/generated/return-handling-template.json"),
  `${JSON.stringify(JSON.parse(example), null, 2)}\n`,
);
