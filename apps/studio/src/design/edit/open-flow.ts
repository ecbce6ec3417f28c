import { ApiError, type DefinitionVersion, type Draft } from "@flowright/client";
import { api } from "../../session/api.ts";
import { readDraft } from "../save/read-draft.ts";

/** A flow as the designer opens it. */
export interface OpenedFlow {
  readonly draft: Draft | null;
  /** Latest first; none where nothing is published. */
  readonly versions: readonly DefinitionVersion[];
  /** The draft's content, else that of the latest version; any JSON. */
  readonly content: unknown;
}

/** The draft of a flow, or its latest version where there is none; null where there is no such flow. */
export async function openFlow(id: string): Promise<OpenedFlow | null> {
  const [draft, versions] = await Promise.all([readDraft(id), readVersions(id)]);
  if (draft !== null) return { draft, versions, content: draft.definition };
  if (versions.length === 0) return null;
  return { draft, versions, content: (await api().definitions.read(id)).definition };
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
