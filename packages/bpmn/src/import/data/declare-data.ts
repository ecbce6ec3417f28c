import type { Field } from "@flowright/definition";
import { BPMN } from "../../xml/namespaces.ts";
import { attributeOf, childrenOf, type XmlElement } from "../../xml/xml-element.ts";
import type { Flow } from "../flow.ts";
import { finishPart, keep, type Owner } from "../keep.ts";
import { fieldOf } from "./item-type.ts";
import { variableName } from "./variable-name.ts";

const MOST = 300;

/**
 * Data objects and properties of a process or sub-process become fields. They are kept as they are drawn, too, with the
 * references to them, states and stores.
 */
export function declareData(flow: Flow, scope: XmlElement, owner: Owner, fields: Map<string, Field>): void {
  const { ledger } = flow.file;
  for (const data of childrenOf(scope, BPMN, "dataObject", "property", "dataObjectReference")) {
    const name = variableName(flow, data);
    const declares = data.local !== "dataObjectReference";
    if (declares && name !== undefined && (fields.has(name) || fields.size < MOST)) {
      if (!fields.has(name)) fields.set(name, fieldOf(flow, data, name));
      ledger.translated(data, data.local, `variables.${name}`);
      ledger.translated(
        data.attributes.find((one) => one.name === "name"),
        attributeOf(data, "name") ?? "",
        name,
      );
    }
    keep(flow, data, owner, "drawing-only");
  }
  for (const store of childrenOf(scope, BPMN, "dataStoreReference")) keep(flow, store, owner, "drawing-only");
  for (const specification of childrenOf(scope, BPMN, "ioSpecification")) {
    for (const data of childrenOf(specification, BPMN, "dataInput", "dataOutput")) {
      const name = scope === flow.process ? variableName(flow, data) : undefined;
      if (name === undefined || fields.size >= MOST) continue;
      if (!fields.has(name)) fields.set(name, fieldOf(flow, data, name));
      ledger.translated(data, data.local, `variables.${name}`);
    }
    finishPart(flow, specification, owner);
  }
}
