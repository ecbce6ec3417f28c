import type { Text } from "./page.ts";

/** A template that people of the workspace made: of a whole flow, or of one step. */
export interface WorkspaceTemplate {
  kind: "flow" | "step";
  id: string;
  /** 1 when it was made, one more with each change. */
  version: number;
  name: Text;
  description: Text;
  savedAt: string;
  savedBy: string;
  /** Of a step template its content; that of a flow template is read by itself. */
  content: { [key: string]: unknown } | null;
}

export interface SaveTemplate {
  /** A document of schema flowright/template/v1 or flowright/step-template/v1. */
  content: { [key: string]: unknown };
  /** The version that was read, or null to make a new one. */
  replaces: number | null;
}
