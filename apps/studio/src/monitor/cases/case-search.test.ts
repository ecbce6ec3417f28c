import { expect, test } from "vitest";
import { caseQueryOf, readCaseSearch } from "./case-search.ts";

test("an address keeps the filters", () => {
  const search = {
    flow: "returns",
    version: 2,
    status: "active",
    step: "review",
    overdue: true,
    incident: true,
    mine: true,
    q: "SO-1020",
  };
  expect(readCaseSearch(search)).toEqual(search);
  expect(caseQueryOf(readCaseSearch(search))).toEqual({
    definitionId: "returns",
    version: 2,
    status: "active",
    node: "review",
    overdue: true,
    incident: true,
    startedByMe: true,
    search: "SO-1020",
  });
});

test("what makes no sense is left out", () => {
  expect(
    readCaseSearch({ version: 2, status: "odd", step: "review", overdue: false, q: "", other: 1 }),
  ).toEqual({});
  expect(readCaseSearch({ flow: 7, version: -1, q: 1020 })).toEqual({ flow: "7", q: "1020" });
});
