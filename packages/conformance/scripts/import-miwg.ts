/**
 * Imports the public reference files of the BPMN Model Interchange Working Group
 * (bpmn-miwg/bpmn-miwg-test-suite, folder `Reference`) from a local copy, and prints what became of each file:
 *
 *     node packages/conformance/scripts/import-miwg.ts --from DIR
 *
 * Elements and attributes are counted by another parser than the importer's. Then the flows go out again. Fails where a
 * file gives no flow, a part has no verdict or several, nobody knew a part, what goes out is not valid by the schemas of
 * the OMG, does not come back the same, or is another file the second time.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { exportBpmn, importBpmn } from "@flowright/bpmn";
import { canonicalJson, type WorkflowDefinition } from "@flowright/definition";
import { Parser } from "saxen";
import { schemaErrors } from "../bpmn/xml-schema.ts";

const { values } = parseArgs({ options: { from: { type: "string" } } });
if (values.from === undefined) {
  console.error("usage: node packages/conformance/scripts/import-miwg.ts --from DIR");
  process.exit(2);
}
const folder = values.from;
const files = readdirSync(folder).filter((name) => name.endsWith(".bpmn"));
const failures: string[] = files.length === 0 ? [`no .bpmn file in ${folder}`] : [];
const out: Record<string, string> = {};
const rows = files.sort().map((name) => row(name, readFileSync(path.join(folder, name))));

const HEAD = [
  "file",
  "flows",
  "elements",
  "attributes",
  "kept",
  "translated",
  "annotation",
  "refused",
  "problems",
];
const widths = HEAD.map((title, column) =>
  Math.max(title.length, ...rows.map((cells) => cells[column]?.length ?? 0)),
);
for (const cells of [HEAD, ...rows]) {
  console.log(
    cells
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join("  "),
  );
}
failures.push(...(await schemaErrors(out)));
console.log(`${Object.keys(out).length} files went out again`);
for (const failure of failures) console.error(failure);
process.exitCode = failures.length > 0 ? 1 : 0;

function row(name: string, bytes: Uint8Array): string[] {
  const { definitions, report, problems } = importBpmn(bytes);
  const counted = count(new TextDecoder().decode(bytes));
  const of = (what: "element" | "attribute") => report.entries.filter((entry) => entry.what === what).length;
  if (definitions.length === 0) failures.push(`${name}: no flow`);
  if (of("element") !== counted.elements)
    failures.push(`${name}: ${of("element")} of ${counted.elements} elements`);
  if (of("attribute") !== counted.attributes)
    failures.push(`${name}: ${of("attribute")} of ${counted.attributes} attributes`);
  const places = new Set(report.entries.map((entry) => entry.path));
  if (places.size !== report.entries.length) failures.push(`${name}: a part has several verdicts`);
  const unknown = report.entries.filter(({ reason }) => reason?.code === "not-known");
  for (const entry of unknown) failures.push(`${name}: nobody knew ${entry.path}`);
  checkWayBack(name, definitions);
  const { kept, translated, annotation, refused } = report.counts;
  const numbers = [
    definitions.length,
    counted.elements,
    counted.attributes,
    kept,
    translated,
    annotation,
    refused,
    problems.length,
  ];
  return [name, ...numbers.map(String)];
}

function checkWayBack(name: string, definitions: readonly WorkflowDefinition[]): void {
  const { xml } = exportBpmn(definitions);
  out[name] = xml;
  const back = importBpmn(xml).definitions;
  if (canonicalJson(back) !== canonicalJson(definitions)) failures.push(`${name}: comes back otherwise`);
  if (exportBpmn(back).xml !== xml) failures.push(`${name}: goes out otherwise the second time`);
}

function count(xml: string): { elements: number; attributes: number } {
  const counted = { elements: 0, attributes: 0 };
  const parser = new Parser();
  parser.on("openTag", (_, attributes) => {
    counted.elements += 1;
    counted.attributes += Object.keys(attributes()).length;
  });
  parser.on("error", (error: Error) => {
    throw error;
  });
  parser.parse(xml);
  return counted;
}
