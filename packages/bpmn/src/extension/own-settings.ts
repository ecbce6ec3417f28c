import { BPMN } from "../xml/namespaces.ts";
import { attributeOf, type XmlElement } from "../xml/xml-element.ts";
import { FLOWRIGHT } from "./namespace.ts";
import type { OwnSettings, Setting } from "./setting.ts";

/** What our export wrote at an element of a file; null where it is none of ours. */
export function ownSettings(element: XmlElement): OwnSettings | null {
  for (const extensions of element.children) {
    if (extensions.local !== "extensionElements" || extensions.namespace !== BPMN) continue;
    const block = extensions.children.find((one) => one.local === "settings" && one.namespace === FLOWRIGHT);
    if (block) return settingsIn(block);
  }
  return null;
}

function settingsIn(block: XmlElement): OwnSettings {
  return {
    on: attributeOf(block, "on") ?? "",
    ownId: attributeOf(block, "ownId"),
    settings: block.children.flatMap((one): Setting[] => {
      const name = attributeOf(one, "name");
      if (one.local !== "setting" || one.namespace !== FLOWRIGHT || name === undefined) return [];
      const json = one.text.trim() === "" ? undefined : one.text;
      const [minus, plus] = [listOf(one, "minus"), listOf(one, "plus")];
      return [{ name, json, was: attributeOf(one, "was"), minus, plus }];
    }),
  };
}

function listOf(element: XmlElement, name: string): string[] | undefined {
  return attributeOf(element, name)
    ?.split(" ")
    .filter((part) => part !== "");
}
