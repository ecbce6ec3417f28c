export type Side = "mine" | "theirs";

/** A place that both sides changed, each in another way, so that somebody has to choose. */
export interface MergeConflict {
  /** Names it among the choices. */
  readonly key: string;
  readonly what: "step" | "line" | "flow";
  readonly id: string;
  /** The field that both set; absent where one side removed what the other changed. */
  readonly field?: string;
  readonly removedBy?: Side;
  readonly mine?: unknown;
  readonly theirs?: unknown;
  /** The side that the merged flow has. */
  readonly chosen: Side;
}

/** What the pieces of a merge share: how a conflict is met. */
export interface Meeting {
  /** Notes a conflict and gives the side that counts. */
  meet(conflict: Omit<MergeConflict, "chosen">, otherwise: Side): Side;
}
