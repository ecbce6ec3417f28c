import { expect, test } from "vitest";
import { freshTable } from "./fresh-table.ts";

test("a fresh table has a rule for whatever is asked, with a cell for each column", () => {
  const { inputs, outputs, rules } = freshTable("Route");
  expect(rules.map(({ when, then }) => [when.length, then.length])).toEqual([
    [inputs.length, outputs.length],
  ]);
  expect(rules[0]?.when).toEqual(["-"]);
});
