import type { JsonObject, TaskDraft } from "@flowright/client";

/** What was typed on this device and has not reached the server yet. */
export interface LocalDraft {
  readonly data: JsonObject;
  readonly checked: readonly string[];
  /** The server's draft that it was typed on top of; null where there was none. */
  readonly basedOn: string | null;
  readonly savedAt: string;
}

type Store = Pick<Storage, "getItem" | "setItem" | "removeItem">;

export function readLocalDraft(store: Store, user: string, task: string): LocalDraft | null {
  try {
    const value: unknown = JSON.parse(store.getItem(keyOf(user, task)) ?? "null");
    return isDraft(value) ? value : null;
  } catch {
    return null;
  }
}

export function writeLocalDraft(store: Store, user: string, task: string, draft: LocalDraft): void {
  try {
    store.setItem(keyOf(user, task), JSON.stringify(draft));
  } catch {
    // A full or forbidden storage must not stop the typing; the server keeps the draft.
  }
}

export function removeLocalDraft(store: Store, user: string, task: string): void {
  try {
    store.removeItem(keyOf(user, task));
  } catch {
    // Nothing can be kept there, so nothing is.
  }
}

/**
 * With what a form opens. What was typed here wins, because it is newer than anything this device sent, unless
 * the same person has since typed on another device.
 */
export function chosenDraft(
  server: TaskDraft | null,
  local: LocalDraft | null,
): { data: JsonObject; checked: readonly string[] } {
  if (local === null) return { data: server?.data ?? {}, checked: [] };
  const typedElsewhere =
    server !== null &&
    server.savedAt !== local.basedOn &&
    Date.parse(server.savedAt) > Date.parse(local.savedAt);
  return { data: typedElsewhere ? server.data : local.data, checked: local.checked };
}

function keyOf(user: string, task: string): string {
  return `flowright.draft.${user}.${task}`;
}

function isDraft(value: unknown): value is LocalDraft {
  if (typeof value !== "object" || value === null) return false;
  const draft = value as Partial<LocalDraft>;
  return (
    typeof draft.data === "object" &&
    draft.data !== null &&
    !Array.isArray(draft.data) &&
    Array.isArray(draft.checked) &&
    typeof draft.savedAt === "string"
  );
}
