import { describe, expect, it } from "vitest";
import { durationOf, durationParts } from "./duration-parts.ts";

describe("a duration", () => {
  it("of one number and unit is taken apart and put together again", () => {
    for (const duration of ["PT30S", "PT5M", "PT48H", "P7D", "P2W"]) {
      const parts = durationParts(duration);
      expect(parts && durationOf(parts)).toBe(duration);
    }
  });

  it("of several parts, or by formula, is left as it is", () => {
    for (const duration of ["P1DT2H", "P1M", "=policy.window", "", "soon"])
      expect(durationParts(duration)).toBeNull();
  });
});
