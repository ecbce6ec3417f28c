import { expect, test } from "vitest";
import { FIRST_PACE, nextPace } from "./proof-pace.ts";

test("slow proofs come less often and look at less, within bounds, and quick ones bring it all back", () => {
  let pace = FIRST_PACE;
  for (let proof = 0; proof < 10; proof++) pace = nextPace(pace, 900);
  expect(pace).toEqual({ pause: 5_000, states: 500 });
  for (let proof = 0; proof < 10; proof++) pace = nextPace(pace, 5);
  expect(pace).toEqual(FIRST_PACE);
});
