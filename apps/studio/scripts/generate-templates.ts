/**
 * Writes the templates of the gallery from the examples, which no application may import: the drawing, and what
 * `template.json` beside it asks for. Patterns have no such file, so they never appear there.
 *
 * `scenarios` names the folder of the scenarios that the flow keeps. `brings` names files beside the drawing: called
 * flows, tables in `decisions`, and modules with a function that gives a system for an address.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { readScenario } from "@flowright/scenarios";

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
  const { scenarios, brings, schema, id, ...rest } = JSON.parse(asked);
  const drawing = JSON.parse(drawn);
  const { name, description } = drawing;
  const kept = scenarios === undefined ? [] : keptScenarios(path.join(examples, folder, scenarios));
  const definition = kept.length === 0 ? drawing : { ...drawing, scenarios: kept };
  const along = brings === undefined ? {} : { brings: await broughtBy(path.join(examples, folder), brings) };
  const template = { schema, id, name, description, ...rest, definition, ...along };
  writeFileSync(path.join(target, `${folder}.json`), `${JSON.stringify(template, null, 2)}\n`);
}

/** A flow keeps its scenarios itself, so they need not say where it and its tables are. */
function keptScenarios(folder: string): object[] {
  return readdirSync(folder)
    .sort((one, other) => one.localeCompare(other, "en", { numeric: true }))
    .map((file) => {
      const { scenario, problems } = readScenario(readFileSync(path.join(folder, file), "utf8"));
      if (scenario === null) throw new Error(`${file}: ${problems[0]?.message.en}`);
      const { flows: _flows, decisions: _decisions, ...kept } = scenario;
      return kept;
    });
}

interface BroughtFiles {
  readonly flows?: readonly string[];
  readonly decisions?: readonly string[];
  readonly systems?: readonly { readonly from: string; readonly export: string }[];
}

async function broughtBy(folder: string, { flows, decisions, systems }: BroughtFiles): Promise<object> {
  const read = (file: string) => JSON.parse(readFileSync(path.join(folder, file), "utf8"));
  const made = await Promise.all(
    (systems ?? []).map(async ({ from, export: name }) => {
      const module = await import(pathToFileURL(path.join(folder, from)).href);
      const { address: _, ...system } = module[name]("");
      return system;
    }),
  );
  return {
    ...(flows && { flows: flows.map((file) => read(`${file}.json`)) }),
    ...(decisions && { decisions: decisions.map((file) => read(`decisions/${file}.json`)) }),
    ...(systems && { systems: made }),
  };
}
