import type { BatchChoice } from "@flowright/client";

/** What can be done to many cases. */
export type OrderKind = "retry" | "suspend" | "resume" | "cancel" | "skip" | "move" | "migrate";

/** The cases to which something is to be done. */
export interface OrderProps {
  readonly choice: BatchChoice;
  /** How many cases that are. */
  readonly count: number;
  /** Their flow; null where they are of several. */
  readonly flow: string | null;
  readonly version: number | undefined;
  onClose(): void;
}
