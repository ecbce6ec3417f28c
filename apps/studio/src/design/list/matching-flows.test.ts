import type { DefinitionSummary } from "@flowright/client";
import { expect, test } from "vitest";
import { matchingFlows } from "./matching-flows.ts";

const flow = (id: string, name: DefinitionSummary["name"]): DefinitionSummary => ({
  id,
  name,
  latestVersion: null,
  hash: null,
  publishedAt: null,
  publishedBy: null,
  hasDraft: true,
  runningInstances: 0,
  startableBy: null,
  startable: false,
});
const flows = [
  flow("return-handling", { en: "Customer return handling", "zh-CN": "客户退货处理" }),
  flow("listing", "Listing 上架"),
];

test.each([
  ["", ["return-handling", "listing"]],
  ["RETURN", ["return-handling"]],
  ["handling customer", ["return-handling"]],
  ["退货", ["return-handling"]],
  ["上架", ["listing"]],
  ["nothing like it", []],
])("%j finds %j", (words, ids) => {
  expect(matchingFlows(flows, words).map(({ id }) => id)).toEqual(ids);
});
