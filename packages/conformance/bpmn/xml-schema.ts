import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { validateXML, type XMLFileInfo } from "xmllint-wasm";

/** The schemas of the OMG for BPMN 2.0.2 and its diagrams, as bpmn-moddle ships them. */
function schemas(): { readonly top: XMLFileInfo; readonly others: readonly XMLFileInfo[] } {
  const index = createRequire(import.meta.url).resolve("bpmn-moddle");
  const folder = path.join(path.dirname(index), "../resources/bpmn/xsd");
  const files = readdirSync(folder).map((fileName) => ({
    fileName,
    contents: readFileSync(path.join(folder, fileName), "utf8"),
  }));
  const top = files.find(({ fileName }) => fileName === "BPMN20.xsd");
  if (!top) throw new Error(`BPMN20.xsd is not in ${folder}`);
  return { top, others: files.filter((file) => file !== top) };
}

const SCHEMAS = schemas();

/** What libxml2's xmllint, here as WebAssembly, has to say against files by the schemas; empty for valid ones. */
export async function schemaErrors(files: Readonly<Record<string, string>>): Promise<string[]> {
  const xml = Object.entries(files).map(([fileName, contents]) => ({ fileName, contents }));
  const { valid, errors, rawOutput } = await validateXML({
    xml,
    schema: [SCHEMAS.top],
    preload: [...SCHEMAS.others],
    maxMemoryPages: 4096,
  });
  if (valid) return [];
  return errors.length > 0 ? errors.map(({ rawMessage }) => rawMessage) : [rawOutput];
}
