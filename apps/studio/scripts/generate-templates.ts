/**
 * Writes the templates of the gallery from the examples, which no application may import: the drawing, and what
 * `template.json` beside it asks for. Patterns have no such file, so they never appear there.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../../..");
const examples = path.join(root, "examples");
const target = path.join(root, "apps/studio/src/design/generated/templates");

const textOf = (file: string): string | null => {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
};

rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
for (const folder of readdirSync(examples).sort()) {
  const asked = textOf(path.join(examples, folder, "template.json"));
  const drawn = textOf(path.join(examples, folder, `${folder}.json`));
  if (asked === null || drawn === null) continue;
  const definition = JSON.parse(drawn);
  const { name, description } = definition;
  const { schema, id, ...rest } = JSON.parse(asked);
  const template = { schema, id, name, description, ...rest, definition };
  writeFileSync(path.join(target, `${folder}.json`), `${JSON.stringify(template, null, 2)}\n`);
}
