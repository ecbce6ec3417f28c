import { isObject, type Json, type JsonObject } from "./json.ts";
import { ownProperty, setOwnProperty } from "./own-property.ts";

/** The value at a dotted path; undefined where any part of the way is missing. */
export function valueAt(data: { readonly [key: string]: Json | undefined }, path: string): Json | undefined {
  let value: Json | undefined = data as JsonObject;
  for (const name of path.split(".")) {
    if (!isObject(value)) return undefined;
    value = ownProperty(value, name);
  }
  return value;
}

/** A copy of `data` with the value at the dotted path replaced; undefined removes it. */
export function withValueAt(data: JsonObject, path: string, value: Json | undefined): JsonObject {
  const dot = path.indexOf(".");
  const name = dot < 0 ? path : path.slice(0, dot);
  const copy: JsonObject = {};
  for (const [key, old] of Object.entries(data)) if (key !== name) setOwnProperty(copy, key, old);
  if (dot < 0) {
    if (value !== undefined) setOwnProperty(copy, name, value);
    return copy;
  }
  const inner = ownProperty(data, name);
  const changed = withValueAt(isObject(inner) ? inner : {}, path.slice(dot + 1), value);
  if (Object.keys(changed).length > 0 || inner !== undefined) setOwnProperty(copy, name, changed);
  return copy;
}
