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

/** A published version without its table. */
export interface DecisionVersionInfo {
  version: number;
  note: string;
  publishedAt: string;
  publishedBy: string;
}

/** A step of a flow that asks a decision table. */
export interface DecisionUse {
  definitionId: string;
  definitionName: Text;
  /** Of the flow: the latest, or one by which cases still run. */
  version: number;
  node: string;
  nodeName: Text;
  /** The version of the table that is asked; null: the newest there is. */
  asks: number | null;
}
