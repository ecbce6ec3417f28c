import type { Page } from "@flowright/client";

/** Rows asked for: one more than shown, which tells whether there is a next page. */
export function pageLimit(limit: number | undefined): number {
  if (limit === undefined || !Number.isFinite(limit)) return 50;
  return Math.min(200, Math.max(1, Math.trunc(limit)));
}

/** Whether a text from a cursor is an instant as it was written there. */
export function isInstant(text: unknown): text is string {
  return (
    typeof text === "string" &&
    /^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z$/.test(text) &&
    !Number.isNaN(Date.parse(text))
  );
}

/** An opaque cursor from the sort keys of the last row shown. */
export function encodeCursor(keys: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(keys)).toString("base64url");
}

/** The sort keys of a cursor, or null where there is none or it was not made here. */
export function decodeCursor(cursor: string | undefined, length: number): (string | number | null)[] | null {
  if (cursor === undefined || cursor.length > 2_000) return null;
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    if (!Array.isArray(keys) || keys.length !== length) return null;
    return keys.every((key) => key === null || typeof key === "string" || typeof key === "number")
      ? keys
      : null;
  } catch {
    return null;
  }
}

/** Cuts the surplus row off and makes the cursor of the next page from the last row shown. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  itemOf: (row: Row) => Item,
  keysOf: (row: Row) => readonly (string | number | null)[],
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(itemOf),
    next: rows.length > limit && last !== undefined ? encodeCursor(keysOf(last)) : null,
  };
}

/** `%text%` for `ilike`, with the wildcards of the text taken literally. */
export function likePattern(text: string): string {
  return `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
}
