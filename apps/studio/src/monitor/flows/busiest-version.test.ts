import type { DefinitionVersion } from "@flowright/client";
import { expect, test } from "vitest";
import { busiestVersion } from "./busiest-version.ts";

const running = (version: number, runningInstances: number): DefinitionVersion => ({
  id: "f",
  version,
  hash: "",
  note: "",
  publishedAt: "2026-11-24T10:00:00Z",
  publishedBy: "lin",
  runningInstances,
});

test("a flow is watched where its cases are, else at its latest version", () => {
  expect(busiestVersion([running(3, 0), running(2, 20), running(1, 4)], 3)).toBe(2);
  expect(busiestVersion([running(3, 0), running(2, 5), running(1, 5)], 3)).toBe(2);
  expect(busiestVersion([running(2, 0), running(1, 0)], 2)).toBe(2);
  expect(busiestVersion([], 1)).toBe(1);
});
