import type { Node } from "@flowright/definition";
import type { Refusal } from "../../command/command.ts";
import type { DocumentIndex } from "../../document/index-of.ts";

/** A line that somebody wants to draw. */
export interface WantedConnection {
  readonly source: Node;
  readonly target: Node;
  readonly index: DocumentIndex;
  /** The line that is being redrawn, which does not count. */
  readonly redrawn: string | null;
}

/** Null: nothing against it. */
export type ConnectionRule = (wanted: WantedConnection) => Refusal | null;
