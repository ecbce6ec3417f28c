import type { WorkflowDefinition } from "@flowright/definition";
import type { ProblemItem, Text } from "./page.ts";

export interface DefinitionSummary {
  id: string;
  name: Text;
  description?: Text;
  latestVersion: number | null;
  hash: string | null;
  publishedAt: string | null;
  publishedBy: string | null;
  /** True where the draft differs from the latest version, or nothing is published yet. */
  hasDraft: boolean;
  runningInstances: number;
  /** Roles that may start it by hand; null: everyone. */
  startableBy: string[] | null;
  /** True where the signed-in person may start it. */
  startable: boolean;
}

export interface DefinitionVersion {
  id: string;
  version: number;
  hash: string;
  note: string;
  publishedAt: string;
  publishedBy: string;
  runningInstances: number;
}

export interface DefinitionVersionDetail extends DefinitionVersion {
  definition: WorkflowDefinition;
}

export interface Publish {
  definition: WorkflowDefinition;
  /** @maxLength 2000 */
  note?: string;
  override?: { /** @minLength 1 */ reason: string };
}

export interface Published {
  id: string;
  version: number;
  hash: string;
}

export interface Validation {
  problems: ProblemItem[];
}

/** A draft may be any JSON object with an id; problems never block saving. */
export interface Draft {
  id: string;
  /** Also the ETag. */
  revision: string;
  definition: unknown;
  savedAt: string;
  savedBy: string;
  /** Latest published version when the draft was begun. */
  basedOn: number | null;
}

export interface SaveDraft {
  definition: { [key: string]: unknown };
  basedOn?: number | null;
  /** What this save replaces stays restorable, e.g. because somebody else saved it. */
  keepReplaced?: boolean;
}

/**
 * A state of a draft that can be restored: one that somebody gave a name, or what was replaced, set aside or discarded,
 * which is kept for thirty days.
 */
export interface KeptDraft {
  id: string;
  reason: "named" | "replaced" | "setAside" | "discarded";
  /** Empty where nobody named it. */
  name: string;
  note: string;
  /** When its content was saved, and by whom. */
  savedAt: string;
  savedBy: string;
  basedOn: number | null;
  /** When it is forgotten; null: never. */
  until: string | null;
}

export interface KeptDraftDetail extends KeptDraft {
  definition: unknown;
}

export interface KeepDraft {
  definition: { [key: string]: unknown };
  /** With a name it stays until it is removed; without, for thirty days. @maxLength 100 */
  name?: string;
  /** @maxLength 2000 */
  note?: string;
  basedOn?: number | null;
}

/** The cases of a version. */
export interface VersionUsage {
  version: number;
  open: number;
  finished: number;
}
