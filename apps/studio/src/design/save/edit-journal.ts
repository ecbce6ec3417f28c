import type { WorkflowDefinition } from "@flowright/definition";
import { isDrawable } from "../edit/is-drawable.ts";

/** Edits of a flow that the server does not have yet. */
export interface JournalEntry {
  readonly definition: WorkflowDefinition;
  /** What was edited: the draft as both the server and this browser last had it. */
  readonly base: WorkflowDefinition;
  /** Revision of the draft that was edited; null where there was none. */
  readonly revision: string | null;
  readonly basedOn: number | null;
  readonly at: string;
}

/** Keeps the unsaved edits that one editor made in a flow, so that neither reload nor crash loses them. */
export interface EditJournal {
  /** False where the browser cannot keep them. What is kept later replaces it. */
  keep(entry: JournalEntry): Promise<boolean>;
  clear(): Promise<void>;
  /** Once all is written; false where the browser could not keep it. */
  settled(): Promise<boolean>;
}

/** Where entries are kept, by key. */
export interface JournalStore {
  put(key: string, entry: JournalEntry): Promise<void>;
  remove(key: string): Promise<void>;
  /** Everything whose key begins so. */
  list(prefix: string): Promise<ReadonlyMap<string, unknown>>;
}

/** The edits of a person in a flow of a workspace. */
export interface JournalPlace {
  readonly workspace: string;
  readonly user: string;
  readonly flow: string;
}

/** Edits that an editor left behind which is not on screen any more. */
export interface LeftEdits extends JournalEntry {
  readonly key: string;
}

/** The journal of one editor; each has its own, so that two windows never write over each other's edits. */
export function createEditJournal(store: JournalStore, place: JournalPlace, editor: string): EditJournal {
  const key = `${prefixOf(place)}${editor}`;
  let wanted: JournalEntry | "none" | null = null;
  let kept = true;
  let last: Promise<unknown> = Promise.resolve();
  const write = async () => {
    const next = wanted;
    wanted = null;
    if (next === null) return;
    try {
      await (next === "none" ? store.remove(key) : store.put(key, next));
      kept = true;
    } catch {
      kept = next === "none";
    }
  };
  const soon = (next: JournalEntry | "none") => {
    wanted = next;
    last = last.then(write);
    return last;
  };
  return {
    async keep(entry) {
      await soon(entry);
      return kept;
    },
    async clear() {
      await soon("none");
    },
    async settled() {
      await last;
      return kept;
    },
  };
}

/** What editors that are gone left in a flow, the newest first. `isAlive`: whether one is still on screen. */
export async function leftEdits(
  store: JournalStore,
  place: JournalPlace,
  isAlive: (editor: string) => boolean,
): Promise<LeftEdits[]> {
  const prefix = prefixOf(place);
  try {
    return [...(await store.list(prefix))]
      .flatMap(([key, value]) =>
        isEntry(value) && !isAlive(key.slice(prefix.length)) ? [{ ...value, key }] : [],
      )
      .sort((one, other) => Date.parse(other.at) - Date.parse(one.at));
  } catch {
    return [];
  }
}

function prefixOf({ workspace, user, flow }: JournalPlace): string {
  return `${JSON.stringify([workspace, user, flow])} `;
}

function isEntry(value: unknown): value is JournalEntry {
  if (typeof value !== "object" || value === null) return false;
  const entry = value as Partial<JournalEntry>;
  return (
    isDrawable(entry.definition) &&
    isDrawable(entry.base) &&
    (entry.revision === null || typeof entry.revision === "string") &&
    (entry.basedOn === null || typeof entry.basedOn === "number") &&
    typeof entry.at === "string" &&
    !Number.isNaN(Date.parse(entry.at))
  );
}
