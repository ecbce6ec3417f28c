import { fingerprint, type Setting, xmlSafeJson } from "./setting.ts";

type Lists = Readonly<Record<string, unknown>>;

/** The drawing as a setting that can be merged with what another tool does to it. */
export function drawingSetting(native: Lists | undefined, own: Lists | undefined): Setting {
  const [before, after] = [entriesOf(native), entriesOf(own)];
  return {
    name: "drawing",
    ...(own === undefined ? {} : { json: xmlSafeJson(own) }),
    ...(native === undefined ? {} : { was: fingerprint(native) }),
    minus: [...before.keys()].filter((key) => !after.has(key)),
    plus: [...after.keys()].filter((key) => !before.has(key)),
  };
}

/** What the file draws now, without what only our export had put there, and with what it could not say. */
export function mergedDrawing(native: Lists, { json, minus = [], plus = [] }: Setting): Lists | undefined {
  const own = json === undefined ? {} : (JSON.parse(json) as Lists);
  const merged: Record<string, unknown[]> = {};
  const [left, added] = [new Set(minus), new Set(plus)];
  for (const [key, [list, entry]] of entriesOf(native)) {
    if (!left.has(key)) merged[list] = [...(merged[list] ?? []), entry];
  }
  for (const [key, [list, entry]] of entriesOf(own)) {
    if (added.has(key)) merged[list] = [...(merged[list] ?? []), entry];
  }
  return Object.keys(merged).length === 0 ? undefined : merged;
}

function entriesOf(lists: Lists | undefined): Map<string, readonly [list: string, entry: unknown]> {
  return new Map(
    Object.entries(lists ?? {}).flatMap(([list, entries]) =>
      (Array.isArray(entries) ? entries : []).map(
        (entry: unknown) => [fingerprint([list, entry]), [list, entry]] as const,
      ),
    ),
  );
}
