/** New values by key; undefined takes the key away. */
export type Patch<T> = { readonly [K in keyof T]?: T[K] | undefined };

/** `value` with the patch; the same object if nothing changes. Keys keep their order. */
export function patched<T extends object>(value: T, patch: Patch<T>): T {
  const next: Record<string, unknown> = { ...(value as Record<string, unknown>) };
  let changed = false;
  for (const [key, replacement] of Object.entries(patch)) {
    if (next[key] === replacement && (replacement !== undefined || !(key in next))) continue;
    changed = true;
    if (replacement === undefined) delete next[key];
    else next[key] = replacement;
  }
  return changed ? (next as T) : value;
}
