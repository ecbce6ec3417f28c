import type { DefinitionVersion } from "@flowright/client";
import { expect, test } from "vitest";
import { stayingCases } from "./staying-cases.ts";

const version = (number: number, runningInstances: number): DefinitionVersion => ({
  id: "f",
  version: number,
  hash: "",
  note: "",
  publishedAt: "2026-11-24T10:00:00Z",
  publishedBy: "lin",
  runningInstances,
});

test("running cases stay on the versions that have some", () => {
  expect(stayingCases([])).toEqual({ count: 0, versions: [] });
  expect(stayingCases([version(3, 4), version(2, 0), version(1, 16)])).toEqual({
    count: 20,
    versions: [1, 3],
  });
});
