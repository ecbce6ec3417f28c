/** What the data say about the branches of one choice. */
export interface Branches {
  /** Ids of edges that no value leads to. */
  readonly never: ReadonlySet<string>;
  /** The sets of edges that can hold together; null where all sets can. */
  readonly sets: readonly ReadonlySet<string>[] | null;
}
