import { ApiError, type DefinitionVersion, type Draft } from "@flowright/client";
import { api } from "../../session/api.ts";
import { browserJournal } from "../save/browser-journal.ts";
import { type JournalPlace, type LeftEdits, leftEdits } from "../save/edit-journal.ts";
import { readDraft } from "../save/read-draft.ts";
import { editorsAlive } from "../save/this-window.ts";

/** A flow as the designer opens it. */
export interface OpenedFlow {
  readonly draft: Draft | null;
  /** Latest first; none where nothing is published. */
  readonly versions: readonly DefinitionVersion[];
  /** The draft's content, else that of the latest version; any JSON. */
  readonly content: unknown;
  /** Edits that a window which is gone left in this browser, the newest first. */
  readonly left: readonly LeftEdits[];
}

/**
 * The draft of a flow, or its latest version where there is none; null where there is no such flow. `place`: where this
 * person's edits are kept; null where the flow is only looked at.
 */
export async function openFlow(id: string, place: JournalPlace | null): Promise<OpenedFlow | null> {
  const [draft, versions, left] = await Promise.all([readDraft(id), readVersions(id), readLeft(place)]);
  if (draft !== null) return { draft, versions, content: draft.definition, left };
  const [newest] = left;
  if (versions.length > 0) {
    return { draft, versions, content: (await api().definitions.read(id)).definition, left };
  }
  // Deleted while this browser still has edits of it: they decide what becomes of it.
  return newest === undefined ? null : { draft, versions, content: newest.base, left };
}

async function readLeft(place: JournalPlace | null): Promise<readonly LeftEdits[]> {
  return place === null ? [] : leftEdits(browserJournal, place, await editorsAlive());
}

/** The published versions of a flow, latest first; none where it is a draft alone. */
export async function readVersions(id: string): Promise<readonly DefinitionVersion[]> {
  try {
    return await api().definitions.versions(id);
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return [];
    throw error;
  }
}
