import type { WorkflowDefinition } from "@flowright/definition";
import { isDrawable } from "../edit/is-drawable.ts";

/** Edits of a flow that the server does not have yet. */
export interface JournalEntry {
  readonly definition: WorkflowDefinition;
  /** Revision of the draft that was edited; null where there was none. */
  readonly revision: string | null;
  readonly basedOn: number | null;
  readonly at: string;
}

/** Keeps the unsaved edits of one flow in this browser, so that neither reload nor crash loses them. */
export interface EditJournal {
  read(): JournalEntry | null;
  /** False where the browser cannot keep them. */
  keep(entry: JournalEntry): boolean;
  clear(): void;
}

type Store = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** The journal of a person's edits of a flow in a workspace. */
export function createEditJournal(
  store: Store,
  place: { readonly workspace: string; readonly user: string; readonly flow: string },
): EditJournal {
  const key = `flowright.design.${place.workspace}.${place.user}.${place.flow}`;
  return {
    read() {
      try {
        const value: unknown = JSON.parse(store.getItem(key) ?? "null");
        return isEntry(value) ? value : null;
      } catch {
        return null;
      }
    },
    keep(entry) {
      try {
        store.setItem(key, JSON.stringify(entry));
        return true;
      } catch {
        return false;
      }
    },
    clear() {
      try {
        store.removeItem(key);
      } catch {
        // Nothing can be kept there, so nothing is.
      }
    },
  };
}

function isEntry(value: unknown): value is JournalEntry {
  if (typeof value !== "object" || value === null) return false;
  const entry = value as Partial<JournalEntry>;
  return (
    isDrawable(entry.definition) &&
    (entry.revision === null || typeof entry.revision === "string") &&
    (entry.basedOn === null || typeof entry.basedOn === "number") &&
    typeof entry.at === "string" &&
    !Number.isNaN(Date.parse(entry.at))
  );
}
