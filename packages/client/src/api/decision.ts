import type { DecisionTable } from "@flowright/definition";
import type { ProblemItem, Text } from "./page.ts";

/** A decision table of the workspace, which several flows may ask. */
export interface DecisionSummary {
  id: string;
  name: Text;
  latestVersion: number;
  publishedAt: string;
  publishedBy: string;
}

export interface DecisionVersion {
  id: string;
  version: number;
  hash: string;
  table: DecisionTable;
  note: string;
  publishedAt: string;
  publishedBy: string;
}

export interface PublishDecision {
  /** @minLength 1 @maxLength 200 */
  id: string;
  table: unknown;
  /** @maxLength 2000 */
  note?: string;
}

export interface PublishedDecision {
  id: string;
  version: number;
  hash: string;
  /** Gaps and overlaps, which do not keep a table from being used. */
  problems: ProblemItem[];
}
