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
}
