import { mergedDrawing } from "./drawing-setting.ts";
import { type Fields, isFields } from "./fields.ts";
import { fingerprint, pathParts, type Setting } from "./setting.ts";

interface Applied<T> {
  readonly value: T;
  /** Names of the settings that no longer fit, since another tool has changed what they stand beside. */
  readonly unused: readonly string[];
}

/** What the importer made of the BPMN with our settings put over it. */
export function applySettings<T extends object>(native: T, settings: readonly Setting[]): Applied<T> {
  let value = native as Fields;
  const unused: string[] = [];
  for (const setting of settings) {
    const next = withSetting(value, pathParts(setting.name), setting);
    if (next === null) unused.push(setting.name);
    else value = next;
  }
  return { value: value as T, unused };
}

/** The fields with one of them set or taken away; null where the setting does not fit. */
function withSetting(fields: Fields, path: readonly string[], setting: Setting): Fields | null {
  const [key, ...rest] = path;
  if (key === undefined || RESERVED.has(key)) return null;
  const native = Object.hasOwn(fields, key) ? fields[key] : undefined;
  if (rest.length > 0) {
    const inner = isFields(native) ? withSetting(native, rest, setting) : null;
    return inner && { ...fields, [key]: inner };
  }
  if ((native === undefined ? undefined : fingerprint(native)) !== setting.was) {
    return isFields(native) && setting.minus ? merged(fields, key, native, setting) : null;
  }
  if (setting.json === undefined)
    return Object.fromEntries(Object.entries(fields).filter(([name]) => name !== key));
  const value = parsed(setting.json);
  return value === undefined ? null : { ...fields, [key]: value };
}

function merged(fields: Fields, key: string, native: Fields, setting: Setting): Fields | null {
  try {
    const { [key]: _, ...rest } = fields;
    const drawing = mergedDrawing(native, setting);
    return drawing === undefined ? rest : { ...rest, [key]: drawing };
  } catch {
    return null;
  }
}

const RESERVED: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
