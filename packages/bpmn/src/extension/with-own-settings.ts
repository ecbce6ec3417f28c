import type { Edge, Node, WorkflowDefinition } from "@flowright/definition";
import { attributeOf, type XmlElement } from "../xml/xml-element.ts";
import { applySettings } from "./apply-settings.ts";
import { ownSettings } from "./own-settings.ts";
import { renamed } from "./renamed.ts";
import type { OwnSettings } from "./setting.ts";

/** A setting that another tool's change has made void. */
export interface UnusedSetting {
  /** Id of the element in the file. */
  readonly element: string;
  readonly name: string;
}

interface Restored {
  readonly definition: WorkflowDefinition;
  readonly unused: readonly UnusedSetting[];
}

/**
 * Our own file back: puts what our export wrote beside the BPMN over what the importer made of the BPMN alone.
 * For a file that nobody changed since, the result is what was exported; where another tool changed something, its
 * change counts. Files of other tools pass unchanged.
 */
export function withOwnSettings(draft: WorkflowDefinition, process: XmlElement): Restored {
  const blocks = new Map<string, readonly [XmlElement, OwnSettings]>();
  collect(process, blocks);
  if (blocks.size === 0) return { definition: draft, unused: [] };
  const names = new Map<string, string>();
  const unused: UnusedSetting[] = [];
  const processId = attributeOf(process, "id") ?? "";
  for (const [id, [, { ownId }]] of blocks) {
    if (ownId !== undefined && id !== processId) names.set(id, ownId);
  }
  const fileIds = new Map([...names].map(([id, own]) => [own, id]));
  const restored = <T extends object>(native: T, id: string): T => {
    const block = blocks.get(id);
    if (!block) return native;
    const [element, { on, settings }] = block;
    const fits = on === element.local;
    const { value, unused: left } = applySettings(native, fits ? settings : []);
    for (const name of fits ? left : settings.map((one) => one.name)) unused.push({ element: id, name });
    return value;
  };
  const element = <T extends Node | Edge>(one: T): T => {
    const inner =
      "nodes" in one ? { ...one, nodes: one.nodes.map(element), edges: one.edges.map(element) } : one;
    return restored(inner, fileIds.get(one.id) ?? one.id);
  };
  const { nodes, edges, ...fields } = renamed(draft, names);
  const own = blocks.get(processId)?.[1].ownId;
  const top = restored({ ...fields, ...(own === undefined ? {} : { id: own }) }, processId);
  return { definition: { ...top, nodes: nodes.map(element), edges: edges.map(element) }, unused };
}

function collect(element: XmlElement, blocks: Map<string, readonly [XmlElement, OwnSettings]>): void {
  const id = attributeOf(element, "id");
  const own = id === undefined ? null : ownSettings(element);
  if (id !== undefined && own) blocks.set(id, [element, own]);
  for (const child of element.children) collect(child, blocks);
}
