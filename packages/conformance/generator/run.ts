import fc from "fast-check";
import type { JsonData } from "../reference/comparison/action.ts";
import type { Feature } from "./features.ts";

/** What happens next, by chance; what it means depends on what the case waits for. */
export interface Impulse {
  readonly pick: number;
  readonly way: number;
  readonly data: JsonData;
}

export interface Run {
  readonly by: string | null;
  readonly variables: JsonData;
  readonly called: boolean;
  readonly impulses: readonly Impulse[];
  /** Number of the step after which the engine is started anew. */
  readonly restartAt: number;
}

const data = fc.record(
  {
    a: fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constant(null)),
    b: fc.boolean(),
    c: fc.boolean(),
    n: fc.integer({ min: 0, max: 4 }),
  },
  { requiredKeys: [] },
);

const variables = fc.record(
  {
    a: fc.integer({ min: 0, max: 3 }),
    b: fc.boolean(),
    owner: fc.constantFrom("ann", "bob"),
    owners: fc.constantFrom(["ann", "bob"], ["ann"], []),
  },
  { requiredKeys: ["owner", "owners"] },
);

/** Who starts the case with what, and what happens then. */
export const run = (features: ReadonlySet<Feature>): fc.Arbitrary<Run> =>
  fc.record({
    by: fc.constantFrom("ann", "bob", null),
    variables,
    called: features.has("called") ? fc.boolean() : fc.constant(false),
    impulses: fc.array(fc.record({ pick: fc.nat({ max: 999 }), way: fc.nat({ max: 11 }), data }), {
      minLength: 1,
      maxLength: 25,
      size: "max",
    }),
    restartAt: fc.nat({ max: 12 }),
  });
