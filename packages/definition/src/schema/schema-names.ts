import { PROPERTIES, PROPERTIES_OF_KIND, VARIANTS } from "../generated/schema-names.ts";
import { valueAt } from "../json/json-pointer.ts";
import { NODE_KINDS } from "../model/node-kinds.ts";

/** The names that an unknown property of an object may have meant: those that it does not have yet. */
export function knownProperties(object: unknown): string[] {
  const content = object as Readonly<Record<string, unknown>>;
  const kind = content.kind;
  const known =
    typeof kind === "string" && Object.hasOwn(PROPERTIES_OF_KIND, kind)
      ? PROPERTIES_OF_KIND[kind]
      : PROPERTIES;
  return (known ?? []).filter((name) => !Object.hasOwn(content, name));
}

/** The values that the tag of a union at a place can have. */
export function variantsOf(document: unknown, tag: string, path: string): readonly string[] {
  if (tag === "kind") return NODE_KINDS;
  const [, parent = "", property = ""] = /^(.*)\/([^/]*)$/.exec(path) ?? [];
  const kind = valueAt(document, `${parent}/kind`);
  return (typeof kind === "string" ? VARIANTS[`${kind}.${property}`] : undefined) ?? [];
}
