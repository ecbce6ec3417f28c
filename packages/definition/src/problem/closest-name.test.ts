import { expect, test } from "vitest";
import { closestName } from "./closest-name.ts";

test.each([
  ["usertask", ["userTask", "serviceTask"], "userTask"],
  ["aprroved", ["approved", "rejected"], "approved"],
  ["chek", ["check", "choke"], "check"],
  ["x", ["y", "z"], null],
  ["refund", ["inspection", "review"], null],
  ["a".repeat(5000), ["b"], null],
])("%s", (name, candidates, expected) => {
  expect(closestName(name, candidates)).toBe(expected);
});
