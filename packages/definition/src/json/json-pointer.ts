/** A JSON Pointer (RFC 6901) one step longer. */
export function childPath(path: string, key: string | number): string {
  return `${path}/${typeof key === "number" ? key : key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

/** The keys of a JSON Pointer. */
export function pathKeys(path: string): string[] {
  return path
    .split("/")
    .slice(1)
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** The value at a JSON Pointer; undefined where there is none. */
export function valueAt(document: unknown, path: string): unknown {
  let value = document;
  for (const key of pathKeys(path)) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}
