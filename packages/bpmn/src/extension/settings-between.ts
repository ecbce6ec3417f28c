import { canonicalJson } from "@flowright/definition";
import { drawingSetting } from "./drawing-setting.ts";
import { type Fields, isFields } from "./fields.ts";
import { fingerprint, pathName, type Setting, xmlSafeJson } from "./setting.ts";

/**
 * What has to be said beside the BPMN so that the importer comes to our fields: the difference between what it
 * makes of the BPMN alone and ours. Lists count as one value.
 */
export function settingsBetween(native: Fields, own: Fields, without: ReadonlySet<string>): Setting[] {
  return between(native, own, "", without);
}

const NONE: ReadonlySet<string> = new Set();

function between(native: Fields, own: Fields, path: string, without: ReadonlySet<string>): Setting[] {
  const keys = [...new Set([...Object.keys(own), ...Object.keys(native)])].filter((key) => !without.has(key));
  return keys
    .sort()
    .flatMap((key) => settingsOf(valueIn(native, key), valueIn(own, key), pathName(path, key)));
}

function settingsOf(native: unknown, own: unknown, name: string): Setting[] {
  if (same(native, own)) return [];
  if (name === "drawing")
    return [drawingSetting(isFields(native) ? native : undefined, isFields(own) ? own : undefined)];
  if (
    isFields(native) &&
    isFields(own) &&
    Object.keys(native).every((key) => valueIn(own, key) !== undefined)
  ) {
    return between(native, own, name, NONE);
  }
  return [
    {
      name,
      ...(own === undefined ? {} : { json: xmlSafeJson(own) }),
      ...(native === undefined ? {} : { was: fingerprint(native) }),
    },
  ];
}

function valueIn(fields: Fields, key: string): unknown {
  return Object.hasOwn(fields, key) ? fields[key] : undefined;
}

function same(one: unknown, other: unknown): boolean {
  if (one === undefined || other === undefined) return one === other;
  return canonicalJson(one) === canonicalJson(other);
}
