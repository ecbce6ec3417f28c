import type { Node } from "@flowright/definition";
import { newNode } from "../../document/new-node.ts";
import type { ElementType } from "../../element/element-type.ts";
import { keptFields } from "./kept-fields.ts";

/** What every step has, and what only says which kind it is. */
const ALWAYS = new Set([
  ...["id", "kind", "name", "position", "attachedTo", "event", "trigger", "result", "nodes", "edges"],
  ...["interrupting", "template"],
]);

/** The settings that a step loses by becoming another one, as far as they were made. */
export function lostFields(node: Node, element: ElementType): readonly string[] {
  const made = newNode(
    element,
    (prefix) => prefix,
    node.kind === "boundary" ? { attachedTo: node.attachedTo } : {},
  );
  const kept = new Set(keptFields(node, made));
  const set: Readonly<Record<string, unknown>> = element.template ? { ...element.draft() } : {};
  const stays = (key: string, value: unknown) =>
    kept.has(key) && (!(key in set) || JSON.stringify(set[key]) === JSON.stringify(value));
  return Object.entries(node)
    .filter(([key, value]) => !ALWAYS.has(key) && !stays(key, value) && !isEmpty(value))
    .map(([key]) => key);
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === "" || value === false) return true;
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}
