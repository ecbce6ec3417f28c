import { expect, test } from "vitest";
import { ALL_CHOSEN, batchChoiceOf, choose, flowOf, isChosen, NONE_CHOSEN } from "./choice.ts";

const shown = [
  { id: "a", definitionId: "returns" },
  { id: "b", definitionId: "returns" },
  { id: "c", definitionId: "refunds" },
];
const some = (...ids: string[]) => ({ all: false, ids: new Set(ids) }) as const;

test("cases are ticked and unticked one by one", () => {
  const one = choose(NONE_CHOSEN, "a", true, shown);
  expect(one).toEqual(some("a"));
  expect(choose(one, "a", true, shown)).toEqual(some("a"));
  expect(choose(one, "a", false, shown)).toEqual(NONE_CHOSEN);
  expect([isChosen(one, "a"), isChosen(one, "b"), isChosen(ALL_CHOSEN, "b")]).toEqual([true, false, true]);
});

test("who unticks one of all means those that he sees", () => {
  expect(choose(ALL_CHOSEN, "b", false, shown)).toEqual(some("a", "c"));
});

test("the server is told ids, or the filters themselves", () => {
  const search = { flow: "returns", incident: true, mine: true } as const;
  expect(batchChoiceOf(some("a", "b"), search)).toEqual({ instances: ["a", "b"] });
  expect(batchChoiceOf(ALL_CHOSEN, search)).toEqual({
    where: { definitionId: "returns", incident: true, startedByMe: true },
  });
});

test("the flow is known by the filter, or where all that is ticked is of one", () => {
  expect(flowOf(ALL_CHOSEN, { flow: "returns" }, shown)).toBe("returns");
  expect(flowOf(ALL_CHOSEN, {}, shown)).toBeNull();
  expect(flowOf(some("a", "b"), {}, shown)).toBe("returns");
  expect(flowOf(some("a", "c"), {}, shown)).toBeNull();
  expect(flowOf(NONE_CHOSEN, {}, shown)).toBeNull();
});
