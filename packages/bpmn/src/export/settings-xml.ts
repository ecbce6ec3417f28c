import { edgesOf, nodesOf, type WorkflowDefinition } from "@flowright/definition";
import { renamed } from "../extension/renamed.ts";
import type { Setting } from "../extension/setting.ts";
import { settingsBetween } from "../extension/settings-between.ts";
import { exportProblem } from "./export-problems.ts";
import type { ProcessSheet } from "./file/sheet.ts";
import { textXml, type XmlNode, xml } from "./file/xml-node.ts";
import { extensionsOf } from "./kept-xml.ts";

const ELEMENTS: ReadonlySet<string> = new Set(["nodes", "edges"]);

/**
 * Writes into the extensions of each element what the BPMN of the file does not say of it: the difference between
 * what the importer makes of the BPMN and what the definition is.
 */
export function settingsXml(
  sheet: ProcessSheet,
  process: XmlNode,
  native: WorkflowDefinition | undefined,
): void {
  const { definition } = sheet;
  const names = new Map<string, string>();
  for (const [own, element] of sheet.elements) names.set(element.attributes.get("id") ?? "", own);
  const draft = native && renamed(native, names);
  const drafts = new Map<string, object>();
  if (draft) {
    for (const { node } of nodesOf(draft)) drafts.set(node.id, node);
    for (const { edge } of edgesOf(draft)) drafts.set(edge.id, edge);
  }
  const owns = [...nodesOf(definition)].map(({ node }) => node as { readonly id: string });
  const lines = [...edgesOf(definition)].map(({ edge }) => edge as { readonly id: string });
  for (const one of [...owns, ...lines]) {
    const element = sheet.elements.get(one.id);
    const between = settingsBetween(fieldsOf(drafts.get(one.id) ?? { id: one.id }), fieldsOf(one), ELEMENTS);
    if (element) write(element, one.id, between, sheet);
  }
  const top = settingsBetween(fieldsOf({ ...draft, id: definition.id }), fieldsOf(definition), ELEMENTS);
  write(process, definition.id, top, sheet);
}

function fieldsOf(value: object): Readonly<Record<string, unknown>> {
  return value as Readonly<Record<string, unknown>>;
}

function write(element: XmlNode, id: string, settings: readonly Setting[], sheet: ProcessSheet): void {
  const xmlId = element.attributes.get("id");
  const ownId = xmlId === id ? undefined : id;
  if (settings.length === 0 && ownId === undefined) return;
  const on = element.name.slice(element.name.indexOf(":") + 1);
  const block = settings.map(({ name, json, was, minus, plus }) => {
    const attributes = { name, was, minus: minus?.join(" "), plus: plus?.join(" ") };
    return json === undefined
      ? xml("flowright:setting", attributes)
      : textXml("flowright:setting", json, attributes);
  });
  extensionsOf(element).children.push(xml("flowright:settings", { on, ownId }, block));
  for (const { name, json } of settings) {
    if (json !== undefined && !DRAWN.has(name) && USUAL.get(name) !== json)
      sheet.file.problems.push(exportProblem("export.only-here", id, name));
  }
}

/** What only the drawing shows is in the diagram of the file. */
const DRAWN: ReadonlySet<string> = new Set(["position", "size", "drawing", "schema"]);

/** Values that only say aloud what holds anyway. */
const USUAL: ReadonlyMap<string, string> = new Map([
  ["interrupting", "true"],
  ["loop/sequential", "false"],
  ["loop/testBefore", "false"],
  ["optional", "false"],
  ["rest", '"wait"'],
  ["start", '"byHand"'],
  ["ordering", '"parallel"'],
  ["cancelRemaining", "true"],
  ["noMatch", '"incident"'],
]);
