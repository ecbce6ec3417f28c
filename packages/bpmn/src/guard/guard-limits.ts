/** What a file may have at most. Real drawings stay far below; above, somebody wants to harm. */
export const GUARD_LIMITS = {
  bytes: 10_000_000,
  depth: 64,
  elements: 20_000,
  attributesOfElement: 200,
  attributes: 100_000,
  /** Characters of the name of an element or attribute. */
  name: 500,
} as const;
